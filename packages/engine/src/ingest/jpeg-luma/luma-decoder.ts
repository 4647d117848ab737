import { growTo, startModule } from '../../web-assembly.ts';
import type { LinearMemory } from '../../web-assembly.ts';
import { lumaDecoder as compiled } from './generated/luma-decoder.ts';

/** What `luma-decoder.wat` exports, where it is described; addresses are bytes of the memory. */
export interface LumaDecoder {
  readonly memory: LinearMemory;
  unstuff(from: number, end: number, to: number, restarts: number, most: number): number;
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
    order: number,
    weights: number,
    scale: number,
    plane: number,
    stride: number,
    right: number,
    below: number,
  ): number;
}

/** Places of a block's coefficients, of the block itself, of each plane's last first coefficient. */
export const orderAt = 0;
export const blockAt = 64;
export const lastsAt = 192;
export const weightsAt = 256;
/** Records of a unit's blocks, 16 bytes each. */
export const recordsAt = 512;
export const mostRecords = 48;
/** Tables of codes: four for first coefficients, four for others. */
export const tablesAt: number = recordsAt + 16 * mostRecords;
export const tableBytes = 2560;
/** Where restart markers were, one word each, after their number. */
export const restartsAt: number = tablesAt + 8 * tableBytes + 16;
export const mostRestarts = 65_536;
export const dataAt: number = restartsAt + 4 * mostRestarts;
/** More than one unit may read or write beyond where it should end. */
export const marginBytes = 16_384;

let shared: LumaDecoder | undefined;

/** One instance a thread: a caller writes its input, runs, and copies its output out before anything else can run. */
export function lumaDecoder(bytes: number): LumaDecoder {
  shared ??= startModule<LumaDecoder>(compiled);
  growTo(shared.memory, bytes);
  return shared;
}
