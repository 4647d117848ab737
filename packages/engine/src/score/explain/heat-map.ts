import type { FeatureSet } from '../../features/feature-set.ts';
import { mapWindows } from '../../features/map-windows.ts';

/** Cells a side of a heat map. */
export const heatSide = 7;

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] as number) * (b[at] as number);
  return sum;
}

/** A picture's parts, each of unit length, in the order of `mapWindows`. */
function partsOf({ windows, embeddings }: FeatureSet): Float32Array[] {
  const { length } = embeddings.block13;
  return mapWindows.map((_, index) => windows.subarray(index * length, (index + 1) * length));
}

/** Indices of the parts that lie over each cell. */
const coveringParts: readonly (readonly number[])[] = Array.from({ length: heatSide * heatSide }, (_, cell) => {
  const [x, y] = [((cell % heatSide) + 0.5) / heatSide, (Math.floor(cell / heatSide) + 0.5) / heatSide];
  return mapWindows.flatMap(({ left, top, side }, index) =>
    x >= left && x <= left + side && y >= top && y <= top + side ? [index] : [],
  );
});

/**
 * How much each part of a picture looks like the most similar part of another, or like all of it.
 * @returns `heatSide` × `heatSide` cosines of block 13, row-major, −1…1: the mean over the parts that cover a cell.
 */
export function heatMap(own: FeatureSet, other: FeatureSet): number[] {
  const candidates = [other.embeddings.block13, ...partsOf(other)];
  const best = partsOf(own).map((part) => Math.max(...candidates.map((candidate) => dot(part, candidate))));
  return coveringParts.map(
    (parts) => parts.reduce((sum, index) => sum + (best[index] ?? 0), 0) / Math.max(1, parts.length),
  );
}
