import { naturalOrder } from '../portable/jpeg/frame.ts';
import {
  blockAt,
  blockDecoder,
  dataAt,
  halfOrderAt,
  lastsAt,
  marginBytes,
  mostRestarts,
  naturalOrderAt,
  recordsAt,
  restartsAt,
} from './block-decoder.ts';
import type { BlockDecoder } from './block-decoder.ts';
import { halfOrder } from './half-weights.ts';
import { beginKeeping, endKeeping, keepNothing, keptAt } from './kept-scans.ts';
import { placesOf, unitsOf, writeRecords } from './plane-records.ts';
import type { PlanePlace, WantedPlane } from './plane-records.ts';
import type { ScanHead } from './scan-head.ts';

/** Samples of a plane in the decoder's memory, until it is used again. */
export interface DecodedPlane {
  readonly samples: Uint8Array;
  readonly stride: number;
}

/** Bytes that are read at a time. */
const vectorBytes = 16;
const naturalPlaces: Uint8Array = naturalOrder.map((at) => 2 * at);

/** Writes what every picture needs. */
function writeOrders(buffer: ArrayBufferLike): void {
  const bytes = new Uint8Array(buffer);
  bytes.set(naturalPlaces, naturalOrderAt);
  bytes.set(halfOrder, halfOrderAt);
  bytes.fill(0, blockAt, lastsAt);
}

/** Writes the coded data without what is stuffed into it. @returns where that ends */
function writeData(data: Uint8Array, from: number, { memory, unstuff }: BlockDecoder): number {
  const bytes = new Uint8Array(memory.buffer);
  bytes.set(data, from);
  bytes.fill(0, from + data.length, from + data.length + vectorBytes);
  const end = unstuff(from, from + data.length, dataAt, restartsAt, mostRestarts);
  bytes.fill(0, end, end + marginBytes);
  return end;
}

function samplesIn(buffer: ArrayBuffer, { at, bytes, stride }: PlanePlace): DecodedPlane {
  return { samples: new Uint8Array(buffer, at, bytes), stride };
}

/**
 * Decodes the planes of a scan; what is asked of each may differ. Of one, coefficients may be kept for `meansOfKept`.
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
  writeOrders(buffer);
  keepNothing(decoder);
  const keeping = wanted.some(({ isKept }) => isKept) ? beginKeeping(head, decoder) : undefined;
  const end = writeData(data, keeping?.dataAt ?? sourceAt, decoder);
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
  if (keeping !== undefined) endKeeping(head, decoder);
  return places.map((place) => samplesIn(buffer, place));
}

/**
 * Makes means of 2 × 2 of the first plane of a scan whose coefficients are kept: the same as `decodePlanes` makes.
 * @returns undefined where they are not.
 */
export function meansOfKept(head: ScanHead, wanted: WantedPlane, scale: number): DecodedPlane | undefined {
  const units = unitsOf(head);
  const [place] = placesOf(head.frame.components.slice(0, 1), [wanted], { units, from: dataAt });
  if (place === undefined) return undefined;
  const most = Math.max(place.bytes, head.reading.bytes.length);
  const decoder = blockDecoder(place.at + most + marginBytes);
  const from = keptAt(head, decoder, place.at);
  if (from === undefined) return undefined;
  const { buffer } = decoder.memory;
  const { columns, rows } = units;
  const count = writeRecords(head, [wanted], { memory: buffer, places: [place], columns });
  if (count === 0) return undefined;
  writeOrders(buffer);
  decoder.meansOfKept(from, recordsAt, count, rows, columns, blockAt, scale);
  return samplesIn(buffer, place);
}
