import type { FilePair } from '@semblance/wire/rows';
import type { PairSource } from './compare-rows.ts';
import type { Neighbour } from './nearest.ts';

/** Below this mean cosine two pictures are compared only where they are a file's nearest: measured, see decision 17. */
export const leastCosine = 0.25;

/** Two pictures of a folder, by their rows among the vectors; the smaller first. */
export type RowPair = readonly [number, number];

/**
 * Every two pictures of which one is among the other's nearest, once, in the order of their files. Where all others are asked for, every
 * two pictures.
 */
export function pairsOfNearest(nearest: readonly (readonly Neighbour[])[]): readonly RowPair[] {
  const seen = new Set<number>();
  const rows = nearest.length;
  for (const [row, neighbours] of nearest.entries()) {
    const isEvery = neighbours.length === rows - 1;
    const worthy = neighbours.filter(({ cosine }, at) => isEvery || at === 0 || cosine >= leastCosine);
    for (const { row: other } of worthy) seen.add(Math.min(row, other) * rows + Math.max(row, other));
  }
  return [...seen].toSorted((a, b) => a - b).map((code) => [Math.floor(code / rows), code % rows]);
}

/** Pairs of files, by their absolute paths, as rows with the columns `primary` and `secondary`. */
export function sourceOf(pairs: readonly (readonly [string, string])[], name: string): PairSource {
  const read = async function* read(): AsyncGenerator<FilePair, void, undefined> {
    for (const [position, [primary, secondary]] of pairs.entries())
      yield { position, row: { primary, secondary }, primaryPath: primary, secondaryPath: secondary };
  };
  return { count: pairs.length, columns: ['primary', 'secondary'], read, name };
}
