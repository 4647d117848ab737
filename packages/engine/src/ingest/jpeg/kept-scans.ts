import { areEqualBytes } from '../seen-pixels.ts';
import { slotBytes, slotDataBytes, slots, slotsAt } from './block-decoder.ts';
import type { BlockDecoder } from './block-decoder.ts';
import type { ScanHead } from './scan-head.ts';

/** A scan whose coefficients are kept in the decoder's memory, with its coded data, by which it is known again. */
interface KeptScan {
  readonly head: Uint8Array;
  readonly dataBytes: number;
}

/** Places of a scan in the decoder's memory, bytes. */
export interface KeptPlaces {
  readonly dataAt: number;
  readonly coefficientsAt: number;
}

/** A block's words, with room to spare. */
const blockBytes = 512;

/** The last pictures, one a slot: both of a pair are decoded before one is laid over the other. */
const kept: (KeptScan | undefined)[] = Array.from({ length: slots });
let last = 0;

const placesOf = (slot: number): KeptPlaces => {
  const dataAt = slotsAt + slot * slotBytes;
  return { dataAt, coefficientsAt: dataAt + slotDataBytes };
};

const headOf = ({ reading, at }: ScanHead): Uint8Array => reading.bytes.subarray(0, at);
const dataOf = ({ reading, at }: ScanHead): Uint8Array => reading.bytes.subarray(at);

/** Has nothing kept of the scan that is read next. */
export function keepNothing({ kept: next, keptEnd }: BlockDecoder): void {
  next.value = slotsAt;
  keptEnd.value = 0;
}

/** Has the coefficients kept of the scan that is read next. @returns where its data goes; undefined where that has no room. */
export function beginKeeping(head: ScanHead, { kept: next, keptEnd }: BlockDecoder): KeptPlaces | undefined {
  if (dataOf(head).length > slotDataBytes - blockBytes) return undefined;
  last = (last + 1) % slots;
  kept[last] = undefined;
  const places = placesOf(last);
  next.value = places.coefficientsAt;
  keptEnd.value = places.dataAt + slotBytes - blockBytes;
  return places;
}

/** Ends what `beginKeeping` began, once all of the scan was read; where its coefficients had no room, none are kept. */
export function endKeeping(head: ScanHead, { kept: next, keptEnd }: BlockDecoder): void {
  if (next.value >= keptEnd.value) return;
  kept[last] = { head: Uint8Array.from(headOf(head)), dataBytes: dataOf(head).length };
}

/**
 * Where the coefficients of a scan are kept; undefined where they are not. It is known by all of its bytes.
 * @param spareAt  memory that its data may be written to.
 */
export function keptAt(head: ScanHead, decoder: BlockDecoder, spareAt: number): number | undefined {
  const data = dataOf(head);
  const { buffer } = decoder.memory;
  let isWritten = false;
  const slot = kept.findIndex((scan, number) => {
    if (scan?.dataBytes !== data.length || !areEqualBytes(scan.head, headOf(head))) return false;
    if (!isWritten) new Uint8Array(buffer).set(data, spareAt);
    isWritten = true;
    return decoder.areEqual(spareAt, placesOf(number).dataAt, data.length) === 1;
  });
  return slot < 0 ? undefined : placesOf(slot).coefficientsAt;
}
