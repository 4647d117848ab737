import { descriptorWords } from '../features/brief-pattern.ts';

/** Index pairs of points that are each other's best match. Both arrays have the same length. */
export interface Matches {
  readonly first: Int32Array;
  readonly second: Int32Array;
}

/** Nearest neighbours of each descriptor of one set among another. */
interface Neighbours {
  readonly best: Int32Array;
  readonly bestDistance: Int32Array;
  readonly secondDistance: Int32Array;
}

/** Lowe's ratio: the best match must be this much nearer than the second best. */
const ratio = 0.8;
/** Beyond this Hamming distance of 256 a match is as likely chance as not. */
const farthest = 80;

const noNeighbour = 1 << 20;

/** Set bits of a 32-bit word. @source Warren, Hacker's Delight, figure 5-2. */
function bitCount(word: number): number {
  let value = word - ((word >>> 1) & 0x5555_5555);
  value = (value & 0x3333_3333) + ((value >>> 2) & 0x3333_3333);
  return Math.imul((value + (value >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

function emptyNeighbours(count: number): Neighbours {
  return {
    best: new Int32Array(count).fill(-1),
    bestDistance: new Int32Array(count).fill(noNeighbour),
    secondDistance: new Int32Array(count).fill(noNeighbour),
  };
}

function offer(neighbours: Neighbours, at: number, candidate: { index: number; distance: number }): void {
  const { best, bestDistance, secondDistance } = neighbours;
  if (candidate.distance < (bestDistance[at] as number)) {
    secondDistance[at] = bestDistance[at] as number;
    bestDistance[at] = candidate.distance;
    best[at] = candidate.index;
  } else if (candidate.distance < (secondDistance[at] as number)) {
    secondDistance[at] = candidate.distance;
  }
}

function allNeighbours(a: Uint32Array, b: Uint32Array): { ofA: Neighbours; ofB: Neighbours } {
  const countA = a.length / descriptorWords;
  const countB = b.length / descriptorWords;
  const ofA = emptyNeighbours(countA);
  const ofB = emptyNeighbours(countB);
  const candidate = { index: 0, distance: 0 };
  for (let i = 0; i < countA; i += 1) {
    for (let j = 0; j < countB; j += 1) {
      let distance = 0;
      for (let word = 0; word < descriptorWords; word += 1) {
        distance += bitCount((a[i * descriptorWords + word] as number) ^ (b[j * descriptorWords + word] as number));
      }
      candidate.distance = distance;
      candidate.index = j;
      if (distance < (ofA.secondDistance[i] as number)) offer(ofA, i, candidate);
      candidate.index = i;
      if (distance < (ofB.secondDistance[j] as number)) offer(ofB, j, candidate);
    }
  }
  return { ofA, ofB };
}

/**
 * Mutual nearest neighbours in Hamming distance that pass Lowe's ratio test from the first set's side.
 * @param a, b  descriptors of eight words each.
 */
export function matchDescriptors(a: Uint32Array, b: Uint32Array): Matches {
  const { ofA, ofB } = allNeighbours(a, b);
  const first: number[] = [];
  const second: number[] = [];
  ofA.best.forEach((j, i) => {
    if (j < 0 || ofB.best[j] !== i) return;
    const distance = ofA.bestDistance[i] as number;
    if (distance > farthest || distance >= ratio * (ofA.secondDistance[i] as number)) return;
    first.push(i);
    second.push(j);
  });
  return { first: Int32Array.from(first), second: Int32Array.from(second) };
}

/** Descriptors of the mirrored picture: the pattern's halves are mirror images, so the words swap halves. */
export function mirrorDescriptors(descriptors: Uint32Array): Uint32Array {
  const mirrored = new Uint32Array(descriptors.length);
  const half = descriptorWords / 2;
  for (let at = 0; at < descriptors.length; at += descriptorWords) {
    mirrored.set(descriptors.subarray(at + half, at + descriptorWords), at);
    mirrored.set(descriptors.subarray(at, at + half), at + half);
  }
  return mirrored;
}
