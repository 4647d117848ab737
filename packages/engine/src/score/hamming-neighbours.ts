import { descriptorWords } from '../features/brief-pattern.ts';
import { growTo, startModule } from '../web-assembly.ts';
import type { LinearMemory } from '../web-assembly.ts';
import { hammingMatcher } from './generated/hamming-matcher.ts';

/** For each descriptor of one set: its nearest one in the other set, that distance, and the second nearest distance. */
export interface Neighbours {
  /** −1 when the other set is empty. */
  readonly best: Int32Array;
  readonly bestDistance: Int32Array;
  readonly secondDistance: Int32Array;
}

interface Matcher {
  readonly memory: LinearMemory;
  neighbours(
    ...counts: readonly [countA: number, countB: number, a: number, b: number, outA: number, outB: number]
  ): void;
}

const recordWords = 3;
const bytesPerWord = 4;
/** Larger than any distance between descriptors. */
const noNeighbour = 1 << 20;

let shared: Matcher | undefined;

/** One instance a thread: a call writes its input, runs, and copies its output out before anything else can run. */
function matcher(): Matcher {
  shared ??= startModule<Matcher>(hammingMatcher);
  return shared;
}

function resetRecords(records: Int32Array): void {
  for (let at = 0; at < records.length; at += recordWords) {
    records[at] = -1;
    records[at + 1] = noNeighbour;
    records[at + 2] = noNeighbour;
  }
}

function readRecords(records: Int32Array): Neighbours {
  const count = records.length / recordWords;
  const [best, bestDistance, secondDistance] = [
    new Int32Array(count),
    new Int32Array(count),
    new Int32Array(count),
  ] as const;
  for (let index = 0, at = 0; index < count; index += 1, at += recordWords) {
    best[index] = records[at] as number;
    bestDistance[index] = records[at + 1] as number;
    secondDistance[index] = records[at + 2] as number;
  }
  return { best, bestDistance, secondDistance };
}

/**
 * Nearest neighbours in Hamming distance, both ways, by exhaustive comparison. Of equal distances the lower index wins.
 * @param a, b  descriptors of eight 32-bit words each.
 */
export function hammingNeighbours(a: Uint32Array, b: Uint32Array): { ofA: Neighbours; ofB: Neighbours } {
  const { memory, neighbours } = matcher();
  const countA = a.length / descriptorWords;
  const countB = b.length / descriptorWords;
  const startB = a.length * bytesPerWord;
  const startOutA = startB + b.length * bytesPerWord;
  const startOutB = startOutA + countA * recordWords * bytesPerWord;
  const end = startOutB + countB * recordWords * bytesPerWord;
  growTo(memory, end);
  new Uint32Array(memory.buffer, 0, a.length).set(a);
  new Uint32Array(memory.buffer, startB, b.length).set(b);
  const outA = new Int32Array(memory.buffer, startOutA, countA * recordWords);
  const outB = new Int32Array(memory.buffer, startOutB, countB * recordWords);
  resetRecords(outA);
  resetRecords(outB);
  neighbours(countA, countB, 0, startB, startOutA, startOutB);
  return { ofA: readRecords(outA), ofB: readRecords(outB) };
}
