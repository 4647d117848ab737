import { lumaOf } from '../../features/luma.ts';
import type { Raster } from '../../raster.ts';
import { cellSide, gridOn, type CellGrid } from './cell-grid.ts';
import { gradientsOf, gradientUnit, type Gradients } from './gradients.ts';
import { shrinkByArea, smoothPlane, type Plane } from './plane.ts';
import { quantile } from './quantile.ts';

/** One picture at one resolution, and what its cells hold. */
export interface Level {
  /** Smoothed once. */
  readonly plane: Plane;
  readonly gradients: Gradients;
  readonly grid: CellGrid;
  /** Mean square of the gradient that is noise: what the emptiest cells have. */
  readonly noise: number;
  /** Weight of a cell's content, 0…1, by the root mean square of its gradient. */
  readonly weigh: (contrast: number) => number;
  /** Weights of all cells, summed. */
  readonly content: number;
}

/** A picture that is laid over another: its levels are made when they are asked for, and kept. */
export interface DetailedPicture {
  readonly raster: Raster;
  readonly width: number;
  readonly height: number;
  /** The level of that size, pixels; never larger than the picture. */
  readonly level: (width: number, height: number) => Level;
}

/** Share of cells that are taken for empty. */
const emptyShare = 0.05;

/** Root mean square of the gradient in each cell, grey values. */
function contrasts({ width, height, x, y }: Gradients, grid: CellGrid): Float32Array {
  const out = new Float32Array(grid.columns * grid.rows);
  for (let cell = 0; cell < out.length; cell += 1) {
    const left = Math.max(0, grid.left[cell % grid.columns] as number);
    const right = Math.min(width, left + cellSide);
    const top = Math.max(0, grid.top[Math.floor(cell / grid.columns)] as number);
    const bottom = Math.min(height, top + cellSide);
    let sum = 0;
    for (let row = top; row < bottom; row += 1) {
      for (let at = row * width + left; at < row * width + right; at += 1) {
        sum += (x[at] as number) * (x[at] as number) + (y[at] as number) * (y[at] as number);
      }
    }
    out[cell] = Math.sqrt(sum / ((right - left) * (bottom - top))) / gradientUnit;
  }
  return out;
}

/** A ramp whose upper end is half of what the fullest cells have, so that faint prints count too. */
function weigher(contrast: Float32Array): (contrast: number) => number {
  const high = Math.min(16, Math.max(4, 0.5 * quantile(contrast, 0.9)));
  const low = Math.min(4, high / 3);
  return (value) => Math.max(0, Math.min(1, (value - low) / (high - low)));
}

function levelOf(plane: Plane): Level {
  const smooth = smoothPlane(plane);
  const gradients = gradientsOf(smooth);
  const grid = gridOn(plane.width, plane.height);
  const contrast = contrasts(gradients, grid);
  const weigh = weigher(contrast);
  const noise = quantile(contrast, emptyShare) ** 2;
  return {
    plane: smooth,
    gradients,
    grid,
    noise,
    weigh,
    content: contrast.reduce((sum, value) => sum + weigh(value), 0),
  };
}

/** Prepares a picture for being laid over another. */
export function detailedPicture(raster: Raster): DetailedPicture {
  const { width, height, data } = lumaOf(raster);
  const luma: Plane = { width, height, data: Float32Array.from(data) };
  const levels = new Map<string, Level>();
  const level = (toWidth: number, toHeight: number): Level => {
    const key = `${toWidth}×${toHeight}`;
    const kept = levels.get(key);
    if (kept !== undefined) return kept;
    const made = levelOf(shrinkByArea(luma, toWidth, toHeight));
    levels.set(key, made);
    return made;
  };
  return { raster, width, height, level };
}
