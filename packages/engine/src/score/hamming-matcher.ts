import { descriptorWords } from '../features/brief-pattern.ts';
import { growTo, startModule } from '../web-assembly.ts';
import type { LinearMemory } from '../web-assembly.ts';
import { hammingMatcher as compiled } from './generated/hamming-matcher.ts';

/** Loops of `hamming-matcher.wat`, where each is described; addresses are bytes of the memory. */
interface Matcher {
  readonly memory: LinearMemory;
  address(from: number, count: number, swap: number, to: number): void;
  measure(
    addresses: number,
    count: number,
    second: number,
    left: number,
    rows: number,
    columns: number,
    to: number,
  ): void;
  pairUp(rows: number, count: number, columns: number, distances: number, farthest: number, to: number): number;
}

const descriptorBytes = 4 * descriptorWords;
/** Second descriptors that are measured at once. */
const blockLength = 32;
const addressBytes = 128;
const tableBytes = 2 * 64 * 16 * 16;
/** Bytes of the four words that `nearestPairs` gives for a pair. */
const pairBytes = 16;

let shared: Matcher | undefined;

/** One instance a thread: a call writes its input, runs, and reads its output before anything else can run. */
function matcher(): Matcher {
  shared ??= startModule<Matcher>(compiled);
  return shared;
}

/** Where everything lies after the tables, and where it ends. */
function layout(
  countA: number,
  blocks: number,
): Readonly<Record<'a' | 'b' | 'rows' | 'columns' | 'to' | 'end', number>> {
  const a = tableBytes;
  const b = a + countA * addressBytes;
  const rows = b + blocks * blockLength * descriptorBytes;
  const columns = rows + countA * blockLength;
  const to = columns + blocks * blockLength;
  return { a, b, rows, columns, to, end: to + blocks * blockLength * countA };
}

interface NearestOptions {
  /** Swaps the halves of each descriptor of the first set. */
  readonly swapHalves: boolean;
  /** Largest distance of a pair, bits, 0…254. */
  readonly farthest: number;
}

/**
 * Descriptors of two sets that are each other's nearest in Hamming distance, by exhaustive comparison. Of equal distances
 * the lower index wins.
 * @param a, b  descriptors of eight 32-bit words each.
 * @returns     four numbers a pair, pairs rising by the first: index in `a`, index in `b`, distance, and distance of the
 *              first to its second nearest, which is 255 where that is farther or there is none. Good until the next call.
 */
export function nearestPairs(a: Uint32Array, b: Uint32Array, { swapHalves, farthest }: NearestOptions): Int32Array {
  const [countA, countB] = [a.length / descriptorWords, b.length / descriptorWords];
  if (countA === 0 || countB === 0) return new Int32Array(0);
  const { memory, address, measure, pairUp } = matcher();
  const blocks = Math.ceil(countB / blockLength);
  const at = layout(countA, blocks);
  growTo(memory, at.end + pairBytes * countA);
  // Until they are measured, there is room for the first descriptors where the distances go.
  new Uint32Array(memory.buffer, at.to, a.length).set(a);
  address(at.to, countA, swapHalves ? descriptorBytes / 2 : 0, at.a);
  new Uint32Array(memory.buffer, at.b, b.length).set(b);
  new Uint8Array(memory.buffer, at.rows, countA * blockLength).fill(255);
  for (let block = 0; block < blocks; block += 1) {
    const first = block * blockLength;
    const second = at.b + first * descriptorBytes;
    measure(at.a, countA, second, countB - first, at.rows, at.columns + first, at.to + first * countA);
  }
  const end = pairUp(at.rows, countA, at.columns, at.to, farthest, at.end);
  return new Int32Array(memory.buffer, at.end, (end - at.end) / Int32Array.BYTES_PER_ELEMENT);
}
