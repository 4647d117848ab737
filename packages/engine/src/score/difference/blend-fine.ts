import { finerGrid } from './cell-grid.ts';
import { agreementOf, ratioFor } from './compare-laid.ts';
import { fineContrasts, parentOf, spansOf } from './fine-cells.ts';
import type { FineSearch } from './fine-cells.ts';
import { layOver, sizeAt } from './lay-over.ts';
import type { DetailedPicture } from './level.ts';
import { ramp } from './quantile.ts';
import type { RegisteredPair } from './register.ts';
import { searchCells } from './search-cells.ts';
import type { CellMatches } from './search-cells.ts';
import { isEmpty, valueNames, valuesOfCells } from './values-of-cells.ts';
import type { BlendedValues } from './values-of-cells.ts';

const fineRadius = 2;
/** Contrast at double the resolution over that at the base from which on detail counts as detail. */
const fineFrom = 0.75;
const fineTo = 1;
const leastFineRatio = 1.3;
/** Cells that agree less than this lie nowhere in particular. */
const leastAgreement = 0.3;
const plainNoise = { reference: 0, other: 0 };

/** What the quarters of one cell say at double the resolution. */
interface Quarters {
  readonly energy: Float32Array;
  readonly otherEnergy: Float32Array;
  readonly weight: Float32Array;
  readonly counts: Uint8Array;
  readonly sums: BlendedValues;
}

interface FineCells {
  readonly matches: CellMatches;
  readonly values: BlendedValues;
}

function add(sums: Float32Array, at: number, value: number): void {
  sums[at] = (sums[at] as number) + value;
}

function sumQuarters({ matches, values }: FineCells, columns: number, cells: number): Quarters {
  const floats = (): Float32Array => new Float32Array(cells);
  const sums = { agreement: floats(), contained: floats(), otherContained: floats() };
  const counts = new Uint8Array(cells);
  const found: Quarters = { energy: floats(), otherEnergy: floats(), weight: floats(), counts, sums };
  for (let at = 0; at < matches.inside.length; at += 1) {
    if (matches.inside[at] === 0) continue;
    const cell = parentOf(at, columns);
    const [own, other] = [(matches.contrast[at] as number) ** 2, (matches.otherContrast[at] as number) ** 2];
    const weight = Math.max(own, other) + 1;
    add(found.energy, cell, own);
    add(found.otherEnergy, cell, other);
    add(found.weight, cell, weight);
    counts[cell] = (counts[cell] as number) + 1;
    for (const name of valueNames) add(sums[name], cell, weight * (values[name][at] as number));
  }
  return found;
}

/** Share, 0…1, to which a cell's detail is finer than the base resolution. */
const fineShare = (fine: number, base: number): number => ramp(fine / (base + 1), fineFrom, fineTo);

/**
 * The registered pair at double the resolution, in the cells that have content finer than the base resolution in the
 * reference. Undefined where there are none, or the picture has no more pixels.
 */
function comparedFinely(
  values: BlendedValues,
  pictures: readonly [DetailedPicture, DetailedPicture],
  { comparison, gain, pixels }: RegisteredPair,
): FineCells | undefined {
  const [reference, other] = comparison.isFirstReference ? pictures : [pictures[1], pictures[0]];
  const { cells, laid } = comparison;
  const { columns } = cells.grid;
  const ratio = Math.min(1, 2 * ratioFor(reference, pixels));
  const size = sizeAt(reference, ratio);
  const zoom = size[0] / laid.reference.plane.width;
  if (zoom <= leastFineRatio) return undefined;
  const { plane, gradients } = reference.level(...size);
  const grid = finerGrid(laid.reference.grid, zoom, plane);
  if (grid === undefined) return undefined;
  const contrasts = fineContrasts(gradients, grid, (cell) => cells.inside[cell] !== 0 && !isEmpty(comparison, cell));
  const isFine = contrasts.map((contrast, cell) => fineShare(contrast, cells.contrast[cell] as number));
  if (isFine.every((share) => share === 0)) return undefined;
  const search: FineSearch = {
    grid,
    radius: fineRadius,
    only: (at) => (isFine[parentOf(at, columns)] as number) > 0,
    centre: (at) => {
      const cell = parentOf(at, columns);
      const factor = agreementOf(cells.least[cell] as number) > leastAgreement ? zoom : 0;
      return [Math.round((cells.shiftX[cell] as number) * factor), Math.round((cells.shiftY[cell] as number) * factor)];
    },
  };
  const { warped } = layOver(reference, other, { toOther: laid.toOther, ratio, spans: spansOf(search, size) });
  const pair = { reference: gradients, other: warped };
  // What disagrees already lies nowhere better.
  const radius = (_: number, at: number): number =>
    (values.agreement[parentOf(at, columns)] as number) > 0 ? fineRadius : 0;
  const matches = searchCells(pair, { ...search, radius, noise: plainNoise });
  return { matches, values: valuesOfCells(matches, pair, gain) };
}

/**
 * Where both pictures have detail finer than the base resolution, that detail has to agree.
 * @returns the mean share of such detail, 0…1.
 */
export function blendFine(
  values: BlendedValues,
  pictures: readonly [DetailedPicture, DetailedPicture],
  registered: RegisteredPair,
): number {
  const { cells, weights, otherWeights } = registered.comparison;
  const fine = comparedFinely(values, pictures, registered);
  if (fine === undefined) return 0;
  const quarters = sumQuarters(fine, cells.grid.columns, cells.inside.length);
  let [detail, content] = [0, 0];
  for (let cell = 0; cell < cells.inside.length; cell += 1) {
    if (cells.inside[cell] === 0) continue;
    const weight = Math.max(weights[cell] as number, otherWeights[cell] as number);
    content += weight;
    const count = quarters.counts[cell] as number;
    if (count === 0) continue;
    const rootMean = (energy: Float32Array): number => Math.sqrt((energy[cell] as number) / count);
    const own = fineShare(rootMean(quarters.energy), cells.contrast[cell] as number);
    const part = Math.min(own, fineShare(rootMean(quarters.otherEnergy), cells.otherContrast[cell] as number));
    detail += part * weight;
    for (const name of valueNames) {
      const finer = (quarters.sums[name][cell] as number) / (quarters.weight[cell] as number);
      values[name][cell] = (1 - part) * (values[name][cell] as number) + part * finer;
    }
  }
  return content > 0 ? detail / content : 0;
}
