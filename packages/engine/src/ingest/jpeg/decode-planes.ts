import { naturalOrder } from '../portable/jpeg/frame.ts';
import type { ComponentLayout } from '../portable/jpeg/frame.ts';
import {
  blockAt,
  blockDecoder,
  dataAt,
  halfOrderAt,
  lastsAt,
  marginBytes,
  mostRecords,
  mostRestarts,
  naturalOrderAt,
  recordsAt,
  recordWords,
  restartsAt,
  tableBytes,
  tablesAt,
  weightBytes,
  weightsAt,
} from './block-decoder.ts';
import type { BlockDecoder } from './block-decoder.ts';
import { writeCodeTable } from './code-table.ts';
import { halfOrder } from './half-weights.ts';
import { tablesOf } from './scan-head.ts';
import type { ScanHead } from './scan-head.ts';

/** What becomes of a plane's blocks: means of 2 × 2, or samples of this many a side; 0 passes them over. */
export type BlockKind = 'means' | 0 | 1 | 2 | 4 | 8;

/** A plane that is to be decoded. */
export interface WantedPlane {
  readonly kind: BlockKind;
  /** Of the coefficients, in the order in which they lie in a block. */
  readonly weights: ArrayLike<number>;
}

/** Samples of a plane in the decoder's memory, until it is used again. */
export interface DecodedPlane {
  readonly samples: Uint8Array;
  readonly stride: number;
}

/** Units of a scan: so many times a block, or several of each plane. */
interface Units {
  readonly columns: number;
  readonly rows: number;
  readonly isAlone: boolean;
}

/** Where a plane's samples go. */
interface PlanePlace {
  readonly at: number;
  readonly stride: number;
  /** Blocks of a unit. */
  readonly across: number;
  readonly down: number;
  readonly side: number;
  readonly bytes: number;
}

/** Bytes that are read at a time. */
const vectorBytes = 16;
const naturalPlaces: Uint8Array = naturalOrder.map((at) => 2 * at);

const kindNumber = (kind: BlockKind): number => (kind === 'means' ? -1 : kind);
/** Means of 2 × 2 are 4 × 4 a block. */
const sideOf = (kind: BlockKind): number => (kind === 'means' ? 4 : kind);

function unitsOf({ frame: { components, width, height, mostAcross, mostDown } }: ScanHead): Units {
  const isAlone = components.length === 1;
  const [across, down] = isAlone ? [1, 1] : [mostAcross, mostDown];
  return { columns: Math.ceil(width / (8 * across)), rows: Math.ceil(height / (8 * down)), isAlone };
}

/** Places of the planes, one after the other. */
function placesOf(
  components: readonly ComponentLayout[],
  wanted: readonly WantedPlane[],
  { units, from }: { readonly units: Units; readonly from: number },
): PlanePlace[] {
  let next = from;
  return components.map((component, index) => {
    const side = sideOf(wanted[index]?.kind ?? 0);
    const [across, down] = units.isAlone ? [1, 1] : [component.across, component.down];
    const stride = units.columns * across * side;
    const bytes = stride * units.rows * down * side;
    const place = { at: next, stride, across, down, side, bytes };
    next += bytes + (-bytes & 15);
    return place;
  });
}

/** The words of the records of a plane's blocks in a unit. */
function recordsOf(
  index: number,
  { kind }: WantedPlane,
  { place, columns, tables }: { readonly place: PlanePlace; readonly columns: number; readonly tables: number[] },
): number[] {
  const { across, down, side, stride, at } = place;
  const right = across * side;
  const below = down * side * stride - columns * right;
  const order = kind === 'means' ? halfOrderAt : naturalOrderAt;
  return Array.from({ length: across * down }, (_, block) => {
    const to = at + Math.floor(block / across) * side * stride + (block % across) * side;
    const weights = weightsAt + weightBytes * index;
    return [...tables, lastsAt + 4 * index, order, weights, kindNumber(kind), to, stride, right, below];
  }).flat();
}

/** Writes the tables of codes of a plane. @returns where they are. */
function writeTables(head: ScanHead, index: number, memory: ArrayBufferLike): number[] | undefined {
  const found = tablesOf(head, index);
  if (found === undefined) return undefined;
  const { tables, numbers } = found;
  const places = [tablesAt + numbers[0] * tableBytes, tablesAt + (4 + numbers[1]) * tableBytes] as const;
  writeCodeTable(tables[0], memory, { at: places[0], isFirst: true });
  writeCodeTable(tables[1], memory, { at: places[1], isFirst: false });
  return [...places];
}

/** Writes tables, weights and records. @returns how many blocks a unit has; 0 where something is missing. */
function writeRecords(
  head: ScanHead,
  wanted: readonly WantedPlane[],
  { memory, places, columns }: { memory: ArrayBufferLike; places: readonly PlanePlace[]; columns: number },
): number {
  const records: number[] = [];
  for (const [index, place] of places.entries()) {
    const tables = writeTables(head, index, memory);
    const plane = wanted[index];
    if (tables === undefined || plane === undefined) return 0;
    new Int16Array(memory, weightsAt + weightBytes * index, plane.weights.length).set(plane.weights);
    records.push(...recordsOf(index, plane, { place, columns, tables }));
  }
  const count = records.length / recordWords;
  if (count > mostRecords) return 0;
  new Int32Array(memory, recordsAt, records.length).set(records);
  return count;
}

/** Writes what every picture needs, and the coded data without what is stuffed into it. @returns where that ends */
function writeData(data: Uint8Array, from: number, { memory, unstuff }: BlockDecoder): number {
  const bytes = new Uint8Array(memory.buffer);
  bytes.set(naturalPlaces, naturalOrderAt);
  bytes.set(halfOrder, halfOrderAt);
  bytes.fill(0, blockAt, lastsAt);
  bytes.set(data, from);
  bytes.fill(0, from + data.length, from + data.length + vectorBytes);
  const end = unstuff(from, from + data.length, dataAt, restartsAt, mostRestarts);
  bytes.fill(0, end, end + marginBytes);
  return end;
}

/**
 * Decodes the planes of a scan; what is asked of each may differ.
 * @param scale  of means.
 * @returns      undefined for a file that is damaged, or lacks a table.
 */
export function decodePlanes(
  head: ScanHead,
  wanted: readonly WantedPlane[],
  scale = 1,
): readonly DecodedPlane[] | undefined {
  const { reading, frame, at } = head;
  const data = reading.bytes.subarray(at);
  const units = unitsOf(head);
  const roomBytes = data.length + (-data.length & 15) + marginBytes;
  const sourceAt = dataAt + roomBytes;
  const places = placesOf(frame.components, wanted, { units, from: sourceAt + roomBytes });
  const last = places.at(-1);
  if (last === undefined) return undefined;
  const decoder = blockDecoder(last.at + last.bytes + marginBytes);
  const { buffer } = decoder.memory;
  const count = writeRecords(head, wanted, { memory: buffer, places, columns: units.columns });
  if (count === 0) return undefined;
  const end = writeData(data, sourceAt, decoder);
  const markers = new Int32Array(buffer, restartsAt - 4, 1)[0] ?? 0;
  const isWhole = decoder.decode(
    dataAt,
    end,
    recordsAt,
    count,
    lastsAt,
    units.rows,
    units.columns,
    reading.restartInterval,
    restartsAt,
    markers,
    blockAt,
    scale,
  );
  if (isWhole !== 1) return undefined;
  return places.map(({ at: from, bytes, stride }) => ({ samples: new Uint8Array(buffer, from, bytes), stride }));
}
