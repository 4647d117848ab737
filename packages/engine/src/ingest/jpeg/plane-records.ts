import type { ComponentLayout } from '../portable/jpeg/frame.ts';
import {
  halfOrderAt,
  lastsAt,
  mostRecords,
  naturalOrderAt,
  recordsAt,
  recordWords,
  tableBytes,
  tablesAt,
  weightBytes,
  weightsAt,
} from './block-decoder.ts';
import { writeCodeTable } from './code-table.ts';
import { tablesOf } from './scan-head.ts';
import type { ScanHead } from './scan-head.ts';

/** What becomes of a plane's blocks: means of 2 × 2, or samples of this many a side; 0 passes them over. */
export type BlockKind = 'means' | 0 | 1 | 2 | 4 | 8;

/** A plane that is to be decoded. */
export interface WantedPlane {
  readonly kind: BlockKind;
  /** Of the coefficients, in the order in which they lie in a block. */
  readonly weights: ArrayLike<number>;
  /** Whether its coefficients are kept. */
  readonly isKept?: boolean;
}

/** Units of a scan: so many times a block, or several of each plane. */
export interface Units {
  readonly columns: number;
  readonly rows: number;
  readonly isAlone: boolean;
}

/** Where a plane's samples go. */
export interface PlanePlace {
  readonly at: number;
  readonly stride: number;
  /** Blocks of a unit. */
  readonly across: number;
  readonly down: number;
  readonly side: number;
  readonly bytes: number;
}

const kindNumber = (kind: BlockKind): number => (kind === 'means' ? -1 : kind);
/** Means of 2 × 2 are 4 × 4 a block. */
const sideOf = (kind: BlockKind): number => (kind === 'means' ? 4 : kind);

/** Units of the scan of a picture. */
export function unitsOf({ frame: { components, width, height, mostAcross, mostDown } }: ScanHead): Units {
  const isAlone = components.length === 1;
  const [across, down] = isAlone ? [1, 1] : [mostAcross, mostDown];
  return { columns: Math.ceil(width / (8 * across)), rows: Math.ceil(height / (8 * down)), isAlone };
}

/** Places of the planes, one after the other. */
export function placesOf(
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

/** From one word to the next that is kept of coefficients. */
const keptBytes = 2;

/** The words of the records of a plane's blocks in a unit. */
function recordsOf(
  index: number,
  { kind, isKept = false }: WantedPlane,
  { place, columns, tables }: { readonly place: PlanePlace; readonly columns: number; readonly tables: number[] },
): number[] {
  const { across, down, side, stride, at } = place;
  const right = across * side;
  const below = down * side * stride - columns * right;
  const order = kind === 'means' ? halfOrderAt : naturalOrderAt;
  const step = isKept ? keptBytes : 0;
  return Array.from({ length: across * down }, (_, block) => {
    const to = at + Math.floor(block / across) * side * stride + (block % across) * side;
    const weights = weightsAt + weightBytes * index;
    return [...tables, lastsAt + 4 * index, order, weights, kindNumber(kind), to, stride, right, below, step];
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
export function writeRecords(
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
