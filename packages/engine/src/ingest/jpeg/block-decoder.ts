import { growTo, startModule } from '../../web-assembly.ts';
import type { LinearMemory } from '../../web-assembly.ts';
import { blockDecoder as compiled } from './generated/block-decoder.ts';

/** What `block-decoder.wat` and its parts export, where it is described; addresses are bytes of the memory. */
export interface BlockDecoder {
  readonly memory: LinearMemory;
  unstuff(from: number, end: number, to: number, restarts: number, most: number): number;
  areEqual(first: number, second: number, count: number): number;
  decode(
    from: number,
    end: number,
    records: number,
    count: number,
    lasts: number,
    rows: number,
    columns: number,
    interval: number,
    restarts: number,
    markers: number,
    block: number,
    scale: number,
  ): number;
  meansOfKept(
    from: number,
    records: number,
    count: number,
    rows: number,
    columns: number,
    block: number,
    scale: number,
  ): void;
  /** Addresses: where the next word goes that is kept of coefficients, and from where on no further block begins. */
  readonly kept: { value: number };
  readonly keptEnd: { value: number };
}

/** Places of a block's coefficients: as they lie in it, and as means of 2 × 2 are made of them. */
export const naturalOrderAt = 0;
export const halfOrderAt = 64;
/** The block itself, and each plane's last first coefficient. */
export const blockAt = 128;
export const lastsAt = 256;
/** Weights of the coefficients, a table for each plane. */
export const weightsAt = 272;
export const weightBytes = 128;
/** Records of a unit's blocks. */
export const recordsAt = 784;
export const recordWords = 11;
export const mostRecords = 48;
/** Tables of codes: four for first coefficients, four for others. */
export const tablesAt: number = recordsAt + 4 * recordWords * mostRecords;
export const tableBytes = 4608;
/** Where restart markers were, one word each, after their number. */
export const restartsAt: number = tablesAt + 8 * tableBytes + 16;
export const mostRestarts = 65_536;
/** For the coded data of a picture whose coefficients are kept, and for these, twice. */
export const slotsAt: number = restartsAt + 4 * mostRestarts;
export const slots = 2;
export const slotDataBytes = 1_048_576;
export const slotBytes = 3_145_728;
export const dataAt: number = slotsAt + slots * slotBytes;
/** More than one unit may read or write beyond where it should end. */
export const marginBytes = 16_384;

let shared: BlockDecoder | undefined;

/** One instance a thread: a caller writes its input, runs, and copies its output out before anything else can run. */
export function blockDecoder(bytes: number): BlockDecoder {
  shared ??= startModule<BlockDecoder>(compiled);
  growTo(shared.memory, bytes);
  return shared;
}
