import type { LumaPlane } from '../../raster.ts';
import type { FrameLayout } from '../portable/jpeg/frame.ts';
import type { HuffmanTable } from '../portable/jpeg/huffman-table.ts';
import { beginReading, code, isYcc, nextMarker, readSegment, segmentAt } from '../portable/jpeg/read-segments.ts';
import type { Reading } from '../portable/jpeg/read-segments.ts';
import { writeCodeTable } from './code-table.ts';
import { blockOrder, halfWeights } from './half-weights.ts';
import {
  blockAt,
  dataAt,
  lastsAt,
  lumaDecoder,
  marginBytes,
  mostRecords,
  mostRestarts,
  orderAt,
  recordsAt,
  restartsAt,
  tableBytes,
  tablesAt,
  weightsAt,
} from './luma-decoder.ts';
import type { LumaDecoder } from './luma-decoder.ts';
import { hasUsualTones } from './profile-tones.ts';

/** Side of a block at half its size, pixels. */
const half = 4;
const mostPixels = 16_777_216;
const recordWords = 4;
/** Largest symbol of a first coefficient: its length in bits. */
const longestFirst = 15;

/** A file up to its only scan. */
interface Head {
  readonly reading: Reading;
  readonly frame: FrameLayout;
  readonly scan: Uint8Array;
  /** Where its coded data begins. */
  readonly at: number;
}

/** Reads up to the first scan. */
function readHead(bytes: Uint8Array): Head | undefined {
  const reading = beginReading(bytes);
  for (let at = nextMarker(bytes, 2); at !== undefined;) {
    const marker = bytes[at + 1] ?? 0;
    const segment = segmentAt(bytes, at);
    const end = at + 4 + segment.length;
    if (marker === code.scan) {
      const { frame } = reading;
      return frame === undefined ? undefined : { reading, frame, scan: segment, at: end };
    }
    if (marker === code.end || readSegment(reading, marker, segment) !== undefined) return undefined;
    at = nextMarker(bytes, end);
  }
  return undefined;
}

/** Whether it is a sequential picture in one scan, whose first plane is its brightness, as it is shown, at full size. */
function isPlain({ reading, frame, scan }: Head): boolean {
  const { components, width, height, isProgressive, mostAcross, mostDown } = frame;
  const [first] = components;
  if (first === undefined || isProgressive || width * height > mostPixels) return false;
  if (components.length > 1 && !isYcc(reading)) return false;
  if (reading.profile !== undefined && !hasUsualTones(reading.profile)) return false;
  if (first.across !== mostAcross || first.down !== mostDown) return false;
  return scan[0] === components.length && scan.length >= 1 + 2 * components.length;
}

/** Tables of codes of a component in the scan; undefined where there is none. */
function tablesOf({ reading, frame, scan }: Head, index: number): readonly [HuffmanTable, HuffmanTable] | undefined {
  const [id, numbers = 0] = scan.subarray(1 + 2 * index);
  const [first, others] = [reading.dcTables[numbers >> 4], reading.acTables[numbers & 15]];
  if (id !== frame.components[index]?.id || first === undefined || others === undefined) return undefined;
  if (numbers >> 4 > 3 || (numbers & 15) > 3) return undefined;
  return first.symbols.some((symbol) => symbol > longestFirst) ? undefined : [first, others];
}

/** How the samples of a scan lie. */
interface Layout {
  readonly columns: number;
  readonly rows: number;
  readonly across: number;
  readonly down: number;
  readonly stride: number;
}

function layoutOf({ components, mostAcross, mostDown, width, height }: FrameLayout): Layout {
  const isAlone = components.length === 1;
  const [across, down] = isAlone ? [1, 1] : [mostAcross, mostDown];
  const [columns, rows] = [Math.ceil(width / (8 * across)), Math.ceil(height / (8 * down))];
  return { columns, rows, across, down, stride: columns * across * half };
}

/** Writes tables and the records of a unit's blocks. @returns how many these are; 0 where something is missing. */
function writeRecords(head: Head, memory: ArrayBufferLike, { across, down, stride }: Layout): number {
  const { frame, scan } = head;
  const records: number[] = [];
  for (const [index, component] of frame.components.entries()) {
    const tables = tablesOf(head, index);
    if (tables === undefined) return 0;
    const numbers = scan[2 + 2 * index] ?? 0;
    const [first, others] = [tablesAt + (numbers >> 4) * tableBytes, tablesAt + (4 + (numbers & 15)) * tableBytes];
    writeCodeTable(tables[0], memory, first);
    writeCodeTable(tables[1], memory, others);
    const [columns, rows] = index === 0 ? [across, down] : [component.across, component.down];
    for (let block = 0; block < columns * rows; block += 1) {
      const place = Math.floor(block / columns) * half * stride + (block % columns) * half;
      records.push(first, others, lastsAt + 4 * index, index === 0 ? place : -1);
    }
  }
  const count = records.length / recordWords;
  if (count > mostRecords) return 0;
  new Int32Array(memory, recordsAt, records.length).set(records);
  return count;
}

interface Prepared {
  readonly decoder: LumaDecoder;
  readonly layout: Layout;
  readonly planeAt: number;
}

/** Runs the decoder over the scan. @returns whether it went through. */
function decodeScan(head: Head, { decoder, layout, planeAt }: Prepared): boolean {
  const { reading, at, frame } = head;
  const quant = reading.quantTables[frame.components[0]?.quantTable ?? 0];
  const { buffer } = decoder.memory;
  const count = writeRecords(head, buffer, layout);
  const weights = quant === undefined ? undefined : halfWeights(quant);
  if (count === 0 || weights === undefined) return false;
  const { words, scale } = weights;
  new Int16Array(buffer, weightsAt, words.length).set(words);
  const memory = new Uint8Array(buffer);
  memory.set(blockOrder, orderAt);
  memory.fill(0, blockAt, lastsAt);
  const data = reading.bytes.subarray(at);
  memory.set(data, dataAt);
  memory.fill(0, dataAt + data.length, dataAt + data.length + marginBytes);
  const end = decoder.unstuff(dataAt, dataAt + data.length, dataAt, restartsAt, mostRestarts);
  const markers = new Int32Array(buffer, restartsAt - 4, 1)[0] ?? 0;
  const { rows, columns, across, down, stride } = layout;
  const decoded = decoder.decode(
    dataAt,
    end,
    recordsAt,
    count,
    lastsAt,
    rows,
    columns,
    reading.restartInterval,
    restartsAt,
    markers,
    blockAt,
    orderAt,
    weightsAt,
    scale,
    planeAt,
    stride,
    half * across,
    half * down * stride,
  );
  return decoded === 1;
}

/** The part of the decoder's plane that is the picture. */
function cropped({ decoder, layout, planeAt }: Prepared, { width, height }: FrameLayout): LumaPlane {
  const [across, down] = [width >> 1, height >> 1];
  const data = new Uint8Array(across * down);
  const memory = new Uint8Array(decoder.memory.buffer);
  for (let y = 0; y < down; y += 1) {
    const from = planeAt + y * layout.stride;
    data.set(memory.subarray(from, from + across), y * across);
  }
  return { width: across, height: down, data };
}

/**
 * Decodes the brightness of a JPEG at half its size: each sample is the mean of 2 × 2, made out of the coefficients, which
 * takes a quarter of the time of decoding all of it. An odd last row or column is left out. The same on every machine.
 * @returns undefined for a picture that is not plainly coded, or damaged: it is for another decoder, which says what is wrong.
 * @source ITU-T T.81, annexes A and F; of the transform, only the lower half of its waves is left in the means.
 */
export function decodeHalfLuma(bytes: Uint8Array): LumaPlane | undefined {
  const head = readHead(bytes);
  if (head === undefined || !isPlain(head) || Math.min(head.frame.width, head.frame.height) < 2) return undefined;
  const layout = layoutOf(head.frame);
  const planeAt = dataAt + bytes.length + marginBytes;
  const planeBytes = layout.stride * layout.rows * layout.down * half;
  const decoder = lumaDecoder(planeAt + planeBytes + marginBytes);
  const prepared = { decoder, layout, planeAt };
  return decodeScan(head, prepared) ? cropped(prepared, head.frame) : undefined;
}
