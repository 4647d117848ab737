import { coarserGrid, finerGrid } from './cell-grid.ts';
import type { CellGrid } from './cell-grid.ts';
import { agreementOf, ratioFor } from './compare-laid.ts';
import { containmentOf } from './containment.ts';
import type { Containment } from './containment.ts';
import { layOver } from './lay-over.ts';
import type { DetailedPicture } from './level.ts';
import { quantile, ramp } from './quantile.ts';
import type { RegisteredPair } from './register.ts';
import { searchCells } from './search-cells.ts';
import type { CellMatches } from './search-cells.ts';

/** What each cell says in the end; one entry a cell of the base resolution. */
export interface CellValues {
  /** Agreement 0…1. */
  readonly agreement: Float32Array;
  /** How far the reference's content is contained in the other picture, 0…1, and the other way round. */
  readonly contained: Float32Array;
  readonly otherContained: Float32Array;
  /** Mean share of detail finer than the base resolution that both pictures have, 0…1. */
  readonly fineDetail: number;
}

type Mutable = { agreement: Float32Array; contained: Float32Array; otherContained: Float32Array };

const containedFrom = 0.35;
const containedTo = 0.65;
const coarseRadius = 1;
const fineRadius = 2;
/** Difference of detail between the pictures, as a logarithm, from which on the coarser comparison counts. */
const blurFrom = 0.2;
const blurTo = 0.4;
/** Contrast at double the resolution over that at the base from which on detail counts as detail. */
const fineFrom = 0.75;
const fineTo = 1;
const leastFineRatio = 1.3;
/** Where all cells agree by more than this, nothing is to be had from a coarser comparison. */
const agreed = 0.95;
const plainNoise = { reference: 0, other: 0 };

const containedShare = (value: number): number => ramp(value, containedFrom, containedTo);

function valuesOf(matches: CellMatches, containment: Containment): Mutable {
  return {
    agreement: matches.least.map(agreementOf),
    contained: containment.reference.map(containedShare),
    otherContained: containment.other.map(containedShare),
  };
}

/** The registered pair at another resolution. */
function comparedAt(
  pictures: readonly [DetailedPicture, DetailedPicture],
  { comparison, gain, pixels }: RegisteredPair,
  options: {
    readonly zoom: number;
    readonly radius: number | ((contrast: number, cell: number) => number);
    readonly only?: (cell: number) => boolean;
    readonly grid: (grid: CellGrid, ratio: number, plane: { width: number; height: number }) => CellGrid | undefined;
    readonly centre: (cell: number, grid: CellGrid, ratio: number) => readonly [number, number];
  },
): { matches: CellMatches; values: Mutable; ratio: number } | undefined {
  const [reference, other] = comparison.isFirstReference ? pictures : [pictures[1], pictures[0]];
  const ratio = Math.min(1, ratioFor(reference, pixels) * options.zoom);
  const laid = layOver(reference, other, { toOther: comparison.laid.toOther, ratio });
  const { plane, gradients } = laid.reference;
  const zoom = plane.width / comparison.laid.reference.plane.width;
  const grid = options.grid(comparison.laid.reference.grid, zoom, plane);
  if (grid === undefined || (options.zoom > 1 && zoom <= leastFineRatio)) return undefined;
  const pair = { reference: gradients, other: laid.warped };
  const centre = (cell: number): readonly [number, number] => options.centre(cell, grid, zoom);
  const matches = searchCells(pair, {
    grid,
    noise: plainNoise,
    radius: options.radius,
    centre,
    ...(options.only === undefined ? {} : { only: options.only }),
  });
  return { matches, values: valuesOf(matches, containmentOf(matches, pair, gain)), ratio: zoom };
}

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

/** Where one picture is blurred, what agrees at half the resolution agrees. */
function blendCoarse(
  values: Mutable,
  pictures: readonly [DetailedPicture, DetailedPicture],
  registered: RegisteredPair,
): void {
  if (values.agreement.every((agreement, cell) => agreement > agreed || isEmpty(registered.comparison, cell))) return;
  const coarse = comparedAt(pictures, registered, {
    zoom: 0.5,
    radius: coarseRadius,
    grid: coarserGrid,
    centre: (cell, _, ratio) => {
      const { shiftX, shiftY } = registered.comparison.cells;
      return [Math.round((shiftX[cell] as number) * ratio), Math.round((shiftY[cell] as number) * ratio)];
    },
  });
  if (coarse === undefined) return;
  const { cells } = registered.comparison;
  const part = ramp(
    Math.abs(contrastRatio(registered, cells) - contrastRatio(registered, coarse.matches)),
    blurFrom,
    blurTo,
  );
  if (part === 0) return;
  for (const name of ['agreement', 'contained', 'otherContained'] as const) {
    const [own, blurred] = [values[name], coarse.values[name]];
    for (let cell = 0; cell < own.length; cell += 1) {
      if (coarse.matches.inside[cell] === 0) continue;
      const value = own[cell] as number;
      own[cell] = Math.max(value, (1 - part) * value + part * (blurred[cell] as number));
    }
  }
}

/** What the quarters of one cell say at double the resolution. */
interface Quarters {
  energy: Float32Array;
  otherEnergy: Float32Array;
  weight: Float32Array;
  counts: Uint8Array;
  sums: Mutable;
}

function sumQuarters(fine: { matches: CellMatches; values: Mutable }, columns: number, cells: number): Quarters {
  const floats = (): Float32Array => new Float32Array(cells);
  const sums = { agreement: floats(), contained: floats(), otherContained: floats() };
  const found: Quarters = {
    energy: floats(),
    otherEnergy: floats(),
    weight: floats(),
    counts: new Uint8Array(cells),
    sums,
  };
  const { matches, values } = fine;
  for (let at = 0; at < matches.inside.length; at += 1) {
    if (matches.inside[at] === 0) continue;
    const cell = parentOf(at, matches.grid.columns, columns);
    const [own, other] = [(matches.contrast[at] as number) ** 2, (matches.otherContrast[at] as number) ** 2];
    const weight = Math.max(own, other) + 1;
    add(found.energy, cell, own);
    add(found.otherEnergy, cell, other);
    add(found.weight, cell, weight);
    found.counts[cell] = (found.counts[cell] as number) + 1;
    for (const name of ['agreement', 'contained', 'otherContained'] as const)
      add(sums[name], cell, weight * (values[name][at] as number));
  }
  return found;
}

function add(sums: Float32Array, at: number, value: number): void {
  sums[at] = (sums[at] as number) + value;
}

/** The cell whose quarter a finer cell is; both by their number on a grid of so many columns. */
function parentOf(at: number, fineColumns: number, columns: number): number {
  return (Math.floor(at / fineColumns) >> 1) * columns + ((at % fineColumns) >> 1);
}

/** Whether a cell is empty in both pictures. */
function isEmpty({ weights, otherWeights }: RegisteredPair['comparison'], cell: number): boolean {
  return weights[cell] === 0 && otherWeights[cell] === 0;
}

/** Where both pictures have detail finer than the base resolution, that detail has to agree. */
function blendFine(
  values: Mutable,
  pictures: readonly [DetailedPicture, DetailedPicture],
  registered: RegisteredPair,
): number {
  const { cells: matches, weights, otherWeights } = registered.comparison;
  const { columns } = matches.grid;
  const fineColumns = 2 * columns;
  const base = matches.least.map(agreementOf);
  const fine = comparedAt(pictures, registered, {
    zoom: 2,
    // What disagrees already lies nowhere better; what is empty says nothing.
    radius: (_, at) => ((values.agreement[parentOf(at, fineColumns, columns)] as number) > 0 ? fineRadius : 0),
    only: (at) => !isEmpty(registered.comparison, parentOf(at, fineColumns, columns)),
    grid: finerGrid,
    centre: (at, grid, ratio) => {
      const cell = parentOf(at, grid.columns, columns);
      const factor = (base[cell] as number) > 0.3 ? ratio : 0;
      return [
        Math.round((matches.shiftX[cell] as number) * factor),
        Math.round((matches.shiftY[cell] as number) * factor),
      ];
    },
  });
  if (fine === undefined) return 0;
  const quarters = sumQuarters(fine, columns, matches.inside.length);
  let [detail, content] = [0, 0];
  for (let cell = 0; cell < matches.inside.length; cell += 1) {
    const count = quarters.counts[cell] as number;
    if (count === 0 || matches.inside[cell] === 0) continue;
    const own = Math.sqrt((quarters.energy[cell] as number) / count) / ((matches.contrast[cell] as number) + 1);
    const other =
      Math.sqrt((quarters.otherEnergy[cell] as number) / count) / ((matches.otherContrast[cell] as number) + 1);
    const part = ramp(Math.min(own, other), fineFrom, fineTo);
    const weight = Math.max(weights[cell] as number, otherWeights[cell] as number);
    detail += part * weight;
    content += weight;
    for (const name of ['agreement', 'contained', 'otherContained'] as const) {
      const finer = (quarters.sums[name][cell] as number) / (quarters.weight[cell] as number);
      values[name][cell] = (1 - part) * (values[name][cell] as number) + part * finer;
    }
  }
  return content > 0 ? detail / content : 0;
}

/** Agreement and containment of every cell, at the resolution that both pictures have. */
export function cellValues(
  pictures: readonly [DetailedPicture, DetailedPicture],
  registered: RegisteredPair,
): CellValues {
  const { laid, cells } = registered.comparison;
  const pair = { reference: laid.reference.gradients, other: laid.warped };
  const values = valuesOf(cells, containmentOf(cells, pair, registered.gain));
  blendCoarse(values, pictures, registered);
  return { ...values, fineDetail: blendFine(values, pictures, registered) };
}
