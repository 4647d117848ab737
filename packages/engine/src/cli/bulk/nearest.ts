import type { PictureVectors } from './picture-vectors.ts';

/** A picture near another: its row among the vectors, and the cosine, −1…1. */
export interface Neighbour {
  readonly row: number;
  readonly cosine: number;
}

/** Finds the pictures nearest to each of them: nearest first, itself left out. */
export type FindNearest = (vectors: PictureVectors, count: number) => Promise<readonly (readonly Neighbour[])[]>;

/** Rows that are worked on together: both blocks of them fit into a processor's second cache. */
const blockRows = 64;

/** The nearest pictures, found by looking at every pair: exact, and quick enough for some thousands. */
export const nearestOfAll: FindNearest = async (vectors, count) => {
  const rows = vectors.files.length;
  const found = Array.from({ length: rows }, () => new NearestFew(count));
  for (let first = 0; first < rows; first += blockRows) {
    for (let second = first; second < rows; second += blockRows) compareBlocks(vectors, { first, second }, found);
    // Progress is drawn, and signals are heard, between blocks.
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
  return found.map((few) => few.sorted());
};

/** The pictures nearest to one row. */
export function nearestTo(vectors: PictureVectors, row: number, count: number): readonly Neighbour[] {
  const few = new NearestFew(count);
  for (let other = 0; other < vectors.files.length; other += 1)
    if (other !== row) few.offer(other, product(vectors, row, other));
  return few.sorted();
}

function compareBlocks(
  vectors: PictureVectors,
  { first, second }: { readonly first: number; readonly second: number },
  found: readonly NearestFew[],
): void {
  const rows = vectors.files.length;
  for (let a = first; a < Math.min(rows, first + blockRows); a += 1) {
    for (let b = Math.max(a + 1, second); b < Math.min(rows, second + blockRows); b += 1) {
      const cosine = product(vectors, a, b);
      found[a]?.offer(b, cosine);
      found[b]?.offer(a, cosine);
    }
  }
}

/** Four sums at once: each addition need not wait for the one before it. The length is a multiple of four, or the rest is added last. */
function product({ values, length }: PictureVectors, a: number, b: number): number {
  const one = a * length;
  const other = b * length;
  const whole = length - (length % 4);
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  for (let at = 0; at < whole; at += 4) {
    sum0 += (values[one + at] as number) * (values[other + at] as number);
    sum1 += (values[one + at + 1] as number) * (values[other + at + 1] as number);
    sum2 += (values[one + at + 2] as number) * (values[other + at + 2] as number);
    sum3 += (values[one + at + 3] as number) * (values[other + at + 3] as number);
  }
  for (let at = whole; at < length; at += 1) sum0 += (values[one + at] as number) * (values[other + at] as number);
  return sum0 + sum1 + sum2 + sum3;
}

/** The few nearest of many that are offered; what is not among them costs one comparison. */
class NearestFew {
  readonly #count: number;
  readonly #kept: Neighbour[] = [];
  #least = Number.NEGATIVE_INFINITY;

  constructor(count: number) {
    this.#count = count;
  }

  offer(row: number, cosine: number): void {
    if (cosine <= this.#least) return;
    this.#kept.push({ row, cosine });
    // Sorted now and then: an insertion into a sorted list would cost more.
    if (this.#kept.length >= 2 * this.#count) this.#trim();
  }

  sorted(): readonly Neighbour[] {
    this.#trim();
    return this.#kept;
  }

  #trim(): void {
    this.#kept.sort((a, b) => b.cosine - a.cosine || a.row - b.row);
    this.#kept.length = Math.min(this.#kept.length, this.#count);
    if (this.#kept.length === this.#count) this.#least = this.#kept.at(-1)?.cosine ?? this.#least;
  }
}
