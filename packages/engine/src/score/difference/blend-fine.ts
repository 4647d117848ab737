import { finerGrid } from './cell-grid.ts';
import type { CellGrid } from './cell-grid.ts';
import { cellEnergies } from './cell-sums.ts';
import { agreementOf, ratioFor } from './compare-laid.ts';
import type { LaidComparison } from './compare-laid.ts';
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

/** The finer cells that are looked for, those with content finer than the base resolution, and around where. */
function fineSearch(
  comparison: LaidComparison,
  { grid, zoom, contrasts }: { readonly grid: CellGrid; readonly zoom: number; readonly contrasts: Float32Array },
): FineSearch {
  const { cells } = comparison;
  const count = grid.columns * grid.rows;
  const only = new Uint8Array(count);
  const centres = { x: new Int8Array(count), y: new Int8Array(count) };
  for (let at = 0; at < count; at += 1) {
    const cell = parentOf(at, cells.grid.columns);
    if (cells.inside[cell] === 0 || isEmpty(comparison, cell)) continue;
    only[at] = fineShare(contrasts[cell] as number, cells.contrast[cell] as number) > 0 ? 1 : 0;
    const factor = agreementOf(cells.least[cell] as number) > leastAgreement ? zoom : 0;
    centres.x[at] = Math.round((cells.shiftX[cell] as number) * factor);
    centres.y[at] = Math.round((cells.shiftY[cell] as number) * factor);
  }
  return { grid, radius: fineRadius, only, centres };
}

/** How far finer cells may shift: what disagrees already lies nowhere better. */
function reachesOf(agreement: Float32Array, { columns, rows }: CellGrid): Uint8Array {
  const reaches = new Uint8Array(columns * rows);
  for (let at = 0; at < reaches.length; at += 1)
    reaches[at] = (agreement[parentOf(at, columns / 2)] as number) > 0 ? fineRadius : 0;
  return reaches;
}

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
  const { laid } = comparison;
  const ratio = Math.min(1, 2 * ratioFor(reference, pixels));
  const size = sizeAt(reference, ratio);
  const zoom = size[0] / laid.reference.plane.width;
  if (zoom <= leastFineRatio) return undefined;
  const { plane, gradients } = reference.level(...size);
  const grid = finerGrid(laid.reference.grid, zoom, plane);
  if (grid === undefined) return undefined;
  const energies = cellEnergies(gradients, grid);
  const search = fineSearch(comparison, { grid, zoom, contrasts: fineContrasts(energies, grid) });
  if (!search.only.includes(1)) return undefined;
  const { warped } = layOver(reference, other, { toOther: laid.toOther, ratio, spans: spansOf(search, size) });
  const pair = { reference: gradients, other: warped };
  const radius = reachesOf(values.agreement, grid);
  const matches = searchCells(pair, { ...search, radius, energies, noise: plainNoise });
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
