import type { LumaPlane, Raster } from '../../raster.ts';
import { cellSide, gridOn } from './cell-grid.ts';
import type { CellGrid } from './cell-grid.ts';
import { cellEnergies } from './cell-sums.ts';
import { gradientsOf, gradientUnit } from './gradients.ts';
import type { Gradients } from './gradients.ts';
import { greyPicture, smoothedAt } from './plane.ts';
import type { Plane } from './plane.ts';
import { quantile } from './quantile.ts';
import { once } from '../once.ts';

/** Root mean squares of the gradient up to which a cell is empty, and from which on it is full; grey values. */
export interface ContentRange {
  readonly low: number;
  readonly high: number;
}

/** Weight of a cell's content, 0…1, by the root mean square of its gradient. */
export function weightOf({ low, high }: ContentRange, contrast: number): number {
  return Math.max(0, Math.min(1, (contrast - low) / (high - low)));
}

/** One picture at one resolution, and what its cells hold. */
export interface Level {
  /** Smoothed once. */
  readonly plane: Plane;
  readonly gradients: Gradients;
  readonly grid: CellGrid;
  /** Mean square of the gradient that is noise: what the emptiest cells have. */
  readonly noise: number;
  /** What a cell's content weighs by its contrast; see `weightOf`. */
  readonly contents: ContentRange;
  /** Energies of its cells; see `cellEnergies`. */
  readonly energies: Int32Array;
  /** Root mean square of the gradient in each cell, grey values. */
  readonly contrasts: Float32Array;
  /** Weights of all cells, summed. */
  readonly content: number;
}

/** A picture that is laid over another: its levels are made when they are asked for, and kept. */
export interface DetailedPicture {
  /** The same picture in colour, of whatever size. */
  readonly colours: Raster;
  readonly width: number;
  readonly height: number;
  /** The level of that size, pixels; never larger than the picture. */
  readonly level: (width: number, height: number) => Level;
}

/** Share of cells that are taken for empty. */
const emptyShare = 0.05;

/** Root mean square of the gradient in each cell, grey values. */
function contrastsOf(energies: Int32Array): Float32Array {
  const contrasts = new Float32Array(energies.length / 2);
  for (let cell = 0; cell < contrasts.length; cell += 1) {
    const energy = (energies[2 * cell] as number) + (energies[2 * cell + 1] as number);
    contrasts[cell] = Math.sqrt(energy / (cellSide * cellSide)) / gradientUnit;
  }
  return contrasts;
}

/** A ramp whose upper end is half of what the fullest cells have, so that faint prints count too. */
function rangeOf(contrast: Float32Array): ContentRange {
  const high = Math.min(16, Math.max(4, 0.5 * quantile(contrast, 0.9)));
  return { low: Math.min(4, high / 3), high };
}

type Contents = Pick<Level, 'noise' | 'contents' | 'energies' | 'contrasts' | 'content'>;

function contentsOf(gradients: Gradients, grid: CellGrid): Contents {
  const energies = cellEnergies(gradients, grid);
  const contrasts = contrastsOf(energies);
  const contents = rangeOf(contrasts);
  let content = 0;
  for (const contrast of contrasts) content += weightOf(contents, contrast);
  return { contents, energies, contrasts, noise: quantile(contrasts, emptyShare) ** 2, content };
}

/** Gradients and contents are made when they are asked for: a picture that is laid over another finely needs neither. */
function levelOf(plane: Plane): Level {
  const grid = gridOn(plane.width, plane.height);
  const gradients = once(() => gradientsOf(plane));
  const contents = once(() => contentsOf(gradients(), grid));
  return {
    plane,
    grid,
    get gradients() {
      return gradients();
    },
    get noise() {
      return contents().noise;
    },
    get contents() {
      return contents().contents;
    },
    get energies() {
      return contents().energies;
    },
    get contrasts() {
      return contents().contrasts;
    },
    get content() {
      return contents().content;
    },
  };
}

/** Prepares a picture, or its negative, for being laid over another; valid until `freeLayers`. */
export function detailedPicture(tones: LumaPlane, colours: Raster, inverted = false): DetailedPicture {
  const luma = inverted ? { ...tones, data: tones.data.map((value) => 255 - value) } : tones;
  const { width, height } = luma;
  const grey = greyPicture(luma);
  const levels = new Map<string, Level>();
  const level = (toWidth: number, toHeight: number): Level => {
    const key = `${toWidth}×${toHeight}`;
    const kept = levels.get(key);
    if (kept !== undefined) return kept;
    const made = levelOf(smoothedAt(grey, toWidth, toHeight));
    levels.set(key, made);
    return made;
  };
  return { colours, width, height, level };
}
