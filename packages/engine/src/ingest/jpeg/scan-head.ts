import type { FrameLayout } from '../portable/jpeg/frame.ts';
import type { HuffmanTable } from '../portable/jpeg/huffman-table.ts';
import { isWholeSegment } from './whole-segment.ts';
import { beginReading, code, isYcc, readSegment, segmentAt } from '../portable/jpeg/read-segments.ts';
import type { Reading } from '../portable/jpeg/read-segments.ts';

const mostPixels = 16_777_216;
/** Largest symbol of a first coefficient: its length in bits. */
const longestFirst = 15;

/** A file up to its only scan. */
export interface ScanHead {
  readonly reading: Reading;
  readonly frame: FrameLayout;
  readonly scan: Uint8Array;
  /** Where its coded data begins. */
  readonly at: number;
}

/** The tables of codes of a plane, and their numbers. */
export interface PlaneTables {
  readonly tables: readonly [first: HuffmanTable, others: HuffmanTable];
  readonly numbers: readonly [first: number, others: number];
}

/** Reads up to the first scan; undefined where there is none, or anything else than whole segments lies before it. */
function readHead(bytes: Uint8Array): ScanHead | undefined {
  const reading = beginReading(bytes);
  for (let at = 2; bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0;
    const segment = segmentAt(bytes, at);
    const end = at + 4 + segment.length;
    const { frame } = reading;
    if (!isWholeSegment(marker, segment, (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0))) return undefined;
    if (marker === code.scan) return frame === undefined ? undefined : { reading, frame, scan: segment, at: end };
    if (readSegment(reading, marker, segment) !== undefined) return undefined;
    if (frame !== undefined && reading.frame !== frame) return undefined;
    at = end;
  }
  return undefined;
}

/** Whether it is a sequential picture in one scan, whose first plane is its brightness at full size. */
function isPlain({ reading, frame, scan }: ScanHead): boolean {
  const { components, width, height, isProgressive, mostAcross, mostDown } = frame;
  const [first] = components;
  if (first === undefined || isProgressive || width * height > mostPixels) return false;
  if (components.length > 1 && !isYcc(reading)) return false;
  if (first.across !== mostAcross || first.down !== mostDown) return false;
  return scan[0] === components.length && scan.length >= 1 + 2 * components.length;
}

/** Reads the head of a plainly coded JPEG; undefined for any other. */
export function readPlainHead(bytes: Uint8Array): ScanHead | undefined {
  const head = readHead(bytes);
  return head !== undefined && isPlain(head) ? head : undefined;
}

/** Whether the codes of each length fit into it; none may be all ones (ITU-T T.81, annex C). */
function haveRoom({ limits }: HuffmanTable): boolean {
  return limits.every((limit, length) => limit < 2 ** length - 1);
}

/** Tables of codes of a plane in the scan; undefined where there is none. */
export function tablesOf({ reading, frame, scan }: ScanHead, index: number): PlaneTables | undefined {
  const [id, both = 0] = scan.subarray(1 + 2 * index);
  const numbers = [both >> 4, both & 15] as const;
  const [first, others] = [reading.dcTables[numbers[0]], reading.acTables[numbers[1]]];
  if (id !== frame.components[index]?.id || first === undefined || others === undefined) return undefined;
  if (Math.max(...numbers) > 3 || first.symbols.some((symbol) => symbol > longestFirst)) return undefined;
  if (!haveRoom(first) || !haveRoom(others)) return undefined;
  return { tables: [first, others], numbers };
}
