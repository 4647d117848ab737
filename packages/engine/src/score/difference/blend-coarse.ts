import { coarserGrid } from './cell-grid.ts';
import { ratioFor } from './compare-laid.ts';
import { layOver } from './lay-over.ts';
import type { DetailedPicture } from './level.ts';
import { quantile, ramp } from './quantile.ts';
import type { RegisteredPair } from './register.ts';
import { searchCells } from './search-cells.ts';
import type { CellMatches } from './search-cells.ts';
import { isEmpty, valueNames, valuesOfCells } from './values-of-cells.ts';
import type { BlendedValues } from './values-of-cells.ts';

const coarseRadius = 1;
/** Difference of detail between the pictures, as a logarithm, from which on the coarser comparison counts. */
const blurFrom = 0.2;
const blurTo = 0.4;
/** Where all cells agree by more than this, nothing is to be had from a coarser comparison. */
const agreed = 0.95;
const plainNoise = { reference: 0, other: 0 };

/** Logarithm of the other picture's contrast over the reference's, in the middle of the cells that have content in both. */
function contrastRatio({ comparison }: RegisteredPair, matches: CellMatches): number {
  const ratios: number[] = [];
  for (let cell = 0; cell < matches.inside.length; cell += 1) {
    const content = Math.min(comparison.weights[cell] as number, comparison.otherWeights[cell] as number);
    if (comparison.cells.inside[cell] === 0 || matches.inside[cell] === 0 || content <= 0.3) continue;
    ratios.push(Math.log(((matches.otherContrast[cell] as number) + 1) / ((matches.contrast[cell] as number) + 1)));
  }
  return ratios.length < 4 ? 0 : quantile(ratios, 0.5);
}

/** The registered pair at half the resolution; undefined where no cell fits. */
function comparedCoarsely(
  pictures: readonly [DetailedPicture, DetailedPicture],
  { comparison, gain, pixels }: RegisteredPair,
): { matches: CellMatches; values: BlendedValues } | undefined {
  const [reference, other] = comparison.isFirstReference ? pictures : [pictures[1], pictures[0]];
  const laid = layOver(reference, other, { toOther: comparison.laid.toOther, ratio: ratioFor(reference, pixels) / 2 });
  const { plane, gradients } = laid.reference;
  const zoom = plane.width / comparison.laid.reference.plane.width;
  const grid = coarserGrid(comparison.laid.reference.grid, zoom, plane);
  if (grid === undefined) return undefined;
  const pair = { reference: gradients, other: laid.warped };
  const { shiftX, shiftY } = comparison.cells;
  const centres = {
    x: shiftX.map((shift) => Math.round(shift * zoom)),
    y: shiftY.map((shift) => Math.round(shift * zoom)),
  };
  const matches = searchCells(pair, { grid, noise: plainNoise, radius: coarseRadius, centres });
  return { matches, values: valuesOfCells(matches, pair, gain) };
}

/** Where one picture is blurred, what agrees at half the resolution agrees. */
export function blendCoarse(
  values: BlendedValues,
  pictures: readonly [DetailedPicture, DetailedPicture],
  registered: RegisteredPair,
): void {
  if (values.agreement.every((agreement, cell) => agreement > agreed || isEmpty(registered.comparison, cell))) return;
  const ratio = contrastRatio(registered, registered.comparison.cells);
  // What is blurred has less contrast: where both have the same, neither is.
  if (Math.abs(ratio) < blurFrom / 2) return;
  const coarse = comparedCoarsely(pictures, registered);
  if (coarse === undefined) return;
  const part = ramp(Math.abs(ratio - contrastRatio(registered, coarse.matches)), blurFrom, blurTo);
  if (part === 0) return;
  for (const name of valueNames) {
    const [own, blurred] = [values[name], coarse.values[name]];
    for (let cell = 0; cell < own.length; cell += 1) {
      if (coarse.matches.inside[cell] === 0) continue;
      const value = own[cell] as number;
      own[cell] = Math.max(value, (1 - part) * value + part * (blurred[cell] as number));
    }
  }
}
