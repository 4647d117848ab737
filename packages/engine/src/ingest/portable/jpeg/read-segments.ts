import { naturalOrder, readFrame } from './frame.ts';
import type { FrameLayout } from './frame.ts';
import { huffmanTable } from './huffman-table.ts';
import type { HuffmanTable } from './huffman-table.ts';

/** Why a file is not decoded: truncated or contradictory, or of an unsupported kind. */
export type JpegProblem = 'corrupt' | 'other-kind';

/** Second bytes of markers. */
export const code = {
  baseline: 0xc0,
  extended: 0xc1,
  progressive: 0xc2,
  huffman: 0xc4,
  end: 0xd9,
  scan: 0xda,
  quant: 0xdb,
  interval: 0xdd,
  app0: 0xe0,
  profile: 0xe2,
  adobe: 0xee,
} as const;

/** State of reading. */
export interface Reading {
  readonly bytes: Uint8Array;
  frame: FrameLayout | undefined;
  readonly quantTables: Uint16Array[];
  readonly dcTables: HuffmanTable[];
  readonly acTables: HuffmanTable[];
  restartInterval: number;
  adobeTransform: number | undefined;
  hasJfif: boolean;
  /** A colour profile, if there is one; empty if it lies in several segments. */
  profile: Uint8Array | undefined;
}

function readQuantTables(segment: Uint8Array, tables: Uint16Array[]): void {
  for (let at = 0; at < segment.length;) {
    const [isWide, number] = [(segment[at] ?? 0) >> 4 !== 0, (segment[at] ?? 0) & 15];
    const table = new Uint16Array(64);
    for (let index = 0; index < 64; index += 1) {
      const from = at + 1 + index * (isWide ? 2 : 1);
      const value = isWide ? (segment[from] ?? 0) * 256 + (segment[from + 1] ?? 0) : (segment[from] ?? 0);
      table[naturalOrder[index] ?? 0] = value;
    }
    tables[number] = table;
    at += isWide ? 129 : 65;
  }
}

function readHuffmanTables(segment: Uint8Array, { dcTables, acTables }: Reading): void {
  for (let at = 0; at + 17 <= segment.length;) {
    const [kind, number] = [(segment[at] ?? 0) >> 4, (segment[at] ?? 0) & 15];
    const counts = segment.subarray(at + 1, at + 17);
    const size = counts.reduce((sum, count) => sum + count, 0);
    (kind === 0 ? dcTables : acTables)[number] = huffmanTable(counts, segment.subarray(at + 17, at + 17 + size));
    at += 17 + size;
  }
}

/** Nothing read yet. */
export function beginReading(bytes: Uint8Array): Reading {
  return {
    bytes,
    frame: undefined,
    quantTables: [],
    dcTables: [],
    acTables: [],
    restartInterval: 0,
    adobeTransform: undefined,
    hasJfif: false,
    profile: undefined,
  };
}

const startsWith = (segment: Uint8Array, text: string): boolean =>
  String.fromCharCode(...segment.subarray(0, text.length)) === text;

const profileName = 'ICC_PROFILE\0';

/** The profile that a segment holds whole: after its name come its place among the segments and their number. */
function profileOf({ profile }: Reading, segment: Uint8Array): Uint8Array {
  const isWhole = profile === undefined && segment[profileName.length + 1] === 1;
  return isWhole ? segment.subarray(profileName.length + 2) : new Uint8Array(0);
}

/** Reads a segment other than a scan. @returns what is wrong with it. */
export function readSegment(reading: Reading, marker: number, segment: Uint8Array): JpegProblem | undefined {
  switch (marker) {
    case code.quant:
      readQuantTables(segment, reading.quantTables);
      return undefined;
    case code.huffman:
      readHuffmanTables(segment, reading);
      return undefined;
    case code.baseline:
    case code.extended:
    case code.progressive:
      reading.frame = readFrame(segment, marker === code.progressive);
      return reading.frame === undefined ? 'other-kind' : undefined;
    case code.interval:
      reading.restartInterval = (segment[0] ?? 0) * 256 + (segment[1] ?? 0);
      return undefined;
    case code.app0:
      reading.hasJfif ||= startsWith(segment, 'JFIF\0');
      return undefined;
    case code.adobe:
      if (startsWith(segment, 'Adobe')) reading.adobeTransform = segment[11];
      return undefined;
    case code.profile:
      if (startsWith(segment, profileName)) reading.profile = profileOf(reading, segment);
      return undefined;
    default:
      return marker >= 0xc3 && marker <= 0xcf && marker !== 0xc8 ? 'other-kind' : undefined;
  }
}

/** Whether the planes are YCbCr, decided like in libjpeg by markers or by plane names R, G and B. */
export function isYcc({ frame, adobeTransform, hasJfif }: Reading): boolean {
  if (hasJfif) return true;
  if (adobeTransform !== undefined) return adobeTransform !== 0;
  const names = frame?.components.map(({ id }) => String.fromCharCode(id)).join('');
  return names !== 'RGB';
}

/** Offset of the next marker at or after `at`; `undefined` at the end of the file. */
export function nextMarker(bytes: Uint8Array, at: number): number | undefined {
  for (let place = at; place + 1 < bytes.length; place += 1) {
    const next = bytes[place + 1] ?? 0;
    const isRestart = next >= 0xd0 && next <= 0xd7;
    if (bytes[place] === 0xff && next !== 0 && next !== 0xff && !isRestart) return place;
  }
  return undefined;
}

/** The segment whose marker lies at an offset, without its length. */
export function segmentAt(bytes: Uint8Array, at: number): Uint8Array {
  const length = (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
  return bytes.subarray(at + 4, at + 2 + length);
}
