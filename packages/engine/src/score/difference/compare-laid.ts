import { layOver } from './lay-over.ts';
import type { LaidPair } from './lay-over.ts';
import type { Affine } from './affine.ts';
import { inverseAffine, scaleOf } from './affine.ts';
import { weightOf } from './level.ts';
import type { DetailedPicture, Level } from './level.ts';
import { ramp } from './quantile.ts';
import { searchCells } from './search-cells.ts';
import type { CellMatches, SearchOptions } from './search-cells.ts';

/** Correlation at which cells begin to agree, and from which on they agree fully. */
const agreeingFrom = 0.45;
const agreeingTo = 0.75;

/** Agreement 0…1 of a cell by its least correlation. */
export function agreementOf(least: number): number {
  return ramp(least, agreeingFrom, agreeingTo);
}

/** Two pictures laid over each other and compared cell by cell; the first or the second is the reference. */
export interface LaidComparison {
  /** From the first picture's pixels to the second's. */
  readonly toSecond: Affine;
  readonly isFirstReference: boolean;
  readonly laid: LaidPair;
  readonly cells: CellMatches;
  /** Weight of each cell's content in the reference, and in the other where the cell lies. */
  readonly weights: Float32Array;
  readonly otherWeights: Float32Array;
  /** Mean of the cells' correlations, weighted by content. */
  readonly joint: number;
  readonly least: number;
  /** Share of either whole picture that agrees, the larger. */
  readonly coverage: number;
}

export interface CompareLaidOptions {
  readonly pictures: readonly [DetailedPicture, DetailedPicture];
  readonly toSecond: Affine;
  /** Pixels of the comparison, in all, for which the reference is shrunk. */
  readonly pixels: number;
  /** How far a cell may shift, pixels. */
  readonly radius: number;
}

/** By how much a picture is shrunk to have about so many pixels; never enlarged. */
export function ratioFor({ width, height }: { width: number; height: number }, pixels: number): number {
  return Math.min(1, Math.sqrt(pixels / (width * height)));
}

interface Sums {
  weights: Float32Array;
  otherWeights: Float32Array;
  own: number;
  all: number;
  joint: number;
  least: number;
  agreed: number;
  otherAgreed: number;
}

function sumUp({ reference, other }: LaidPair, matches: CellMatches): Sums {
  const count = matches.inside.length;
  const sums: Sums = {
    weights: new Float32Array(count),
    otherWeights: new Float32Array(count),
    own: 0,
    all: 0,
    joint: 0,
    least: 0,
    agreed: 0,
    otherAgreed: 0,
  };
  const [contents, otherContents] = [reference.contents, other.contents];
  for (let cell = 0; cell < count; cell += 1) {
    const weight = weightOf(contents, matches.contrast[cell] as number);
    sums.weights[cell] = weight;
    sums.own += weight;
    if (matches.inside[cell] === 0) continue;
    const otherWeight = weightOf(otherContents, matches.otherContrast[cell] as number);
    sums.otherWeights[cell] = otherWeight;
    const most = Math.max(weight, otherWeight);
    const agreement = agreementOf(matches.least[cell] as number);
    sums.all += most;
    sums.joint += most * (matches.joint[cell] as number);
    sums.least += most * (matches.least[cell] as number);
    sums.agreed += weight * agreement;
    sums.otherAgreed += otherWeight * agreement;
  }
  return sums;
}

const shareOf = (part: number, all: number): number => (all > 0 ? part / all : 0);

/** Lays the picture with more pixels for the common part over the other, and compares them. */
export function compareLaid({ pictures, toSecond, pixels, radius }: CompareLaidOptions): LaidComparison {
  const isFirstReference = scaleOf(toSecond) >= 1;
  const [reference, other] = isFirstReference ? pictures : [pictures[1], pictures[0]];
  const toOther = isFirstReference ? toSecond : inverseAffine(toSecond);
  const laid = layOver(reference, other, { toOther, ratio: ratioFor(reference, pixels) });
  return compareCells({ toSecond, isFirstReference, laid }, radius);
}

/** How far each cell may shift: what is empty lies nowhere better. */
function reachesOf({ contrasts, contents }: Level, radius: number): Uint8Array {
  const reaches = new Uint8Array(contrasts.length);
  for (let cell = 0; cell < reaches.length; cell += 1)
    reaches[cell] = weightOf(contents, contrasts[cell] as number) > 0 ? radius : 0;
  return reaches;
}

/** Compares the cells of pictures that are laid over each other. */
export function compareCells(
  { toSecond, isFirstReference, laid }: Pick<LaidComparison, 'toSecond' | 'isFirstReference' | 'laid'>,
  radius: number,
  around: Pick<SearchOptions, 'centres' | 'known'> = {},
): LaidComparison {
  const pair = { reference: laid.reference.gradients, other: laid.warped };
  const { grid, noise, energies } = laid.reference;
  const radii = reachesOf(laid.reference, radius);
  const options = { grid, noise: { reference: noise, other: laid.other.noise }, radius: radii, energies };
  const cells = searchCells(pair, { ...options, ...around });
  const sums = sumUp(laid, cells);
  return {
    toSecond,
    isFirstReference,
    laid,
    cells,
    weights: sums.weights,
    otherWeights: sums.otherWeights,
    joint: shareOf(sums.joint, sums.all),
    least: shareOf(sums.least, sums.all),
    coverage: Math.max(shareOf(sums.agreed, sums.own), shareOf(sums.otherAgreed, laid.other.content)),
  };
}
