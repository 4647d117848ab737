import { halveRaster } from '../../features/halve-raster.ts';
import { lumaOf } from '../../features/luma.ts';
import type { LumaPlane } from '../../raster.ts';
import { shrinkLuma } from '../../features/shrink-luma.ts';
import type { Raster } from '../../raster.ts';
import { halvePlane } from './halve-plane.ts';
import { gradientsOf } from './word-gradients.ts';
import type { Gradients } from './word-gradients.ts';
import type { SoughtKinds } from './part-evidence.ts';
import { resized } from './resized.ts';
import { once } from '../once.ts';
import { soughtObject, soughtWhole } from './sought.ts';
import type { Sought } from './sought.ts';
import type { WordPlane } from './window-kernels.ts';

/** Long sides of the planes that parts are looked for in, and confirmed in, pixels; first at half of that. */
const searchedSide = 48;
const confirmedSide = 160;
/** A long side that differs by no more than this share is left as it is. */
const sideTolerance = 0.25;
/** Short side of a picture, of which the long one is `confirmedSide`, below which it is narrow. */
const leastSide = 24;

/** A picture as parts are looked for in it. Its planes are made when they are first asked for. */
export interface PartPicture {
  readonly searched: () => WordPlane;
  /** Gradients at half the size at which a part is confirmed, then at that size. */
  readonly rough: () => Gradients;
  readonly confirmed: () => Gradients;
  /** What of it is looked for elsewhere. */
  readonly sought: readonly Sought[];
}

/** Whether so little of a picture's short side is left that no part is looked for in it. */
export function isNarrow({ width, height }: Raster): boolean {
  return confirmedSide * Math.min(width, height) < leastSide * Math.max(width, height);
}

/** Halved as often as that goes, which costs little, and then resampled if it has to be. */
function fitted(raster: Raster, side: number): Raster {
  const longSide = Math.max(raster.width, raster.height);
  if (longSide >= 2 * side * (1 - sideTolerance)) return fitted(halveRaster(raster), side);
  if (Math.abs(longSide / side - 1) <= sideTolerance) return raster;
  const length = (of: number): number => Math.max(1, Math.round((of * side) / longSide));
  return resized(raster, length(raster.width), length(raster.height));
}

function wordsOf({ width, height, data }: LumaPlane): WordPlane {
  return { width, height, data: new Int16Array(data) };
}

/** Brightness with its long side at `searchedSide`. */
function searchedPlane(half: LumaPlane): WordPlane {
  const scale = searchedSide / Math.max(half.width, half.height);
  const length = (of: number): number => Math.max(1, Math.round(of * scale));
  return wordsOf(shrinkLuma(half, length(half.width), length(half.height)));
}

/** A picture's planes, and all that may be looked for of it. */
interface PreparedPicture extends Omit<PartPicture, 'sought'> {
  readonly raster: Raster;
  readonly object: () => readonly Sought[];
  readonly whole: () => readonly Sought[];
}

function prepare(raster: Raster): PreparedPicture {
  const small = fitted(raster, confirmedSide);
  const luma = lumaOf(small);
  const half = once(() => halvePlane(luma));
  return {
    raster,
    searched: once(() => searchedPlane(half())),
    rough: once(() => gradientsOf(wordsOf(half()))),
    confirmed: once(() => gradientsOf(wordsOf(luma))),
    object: once(() => soughtObject(small, luma)),
    whole: once(() => soughtWhole(luma)),
  };
}

/** So many pictures stay prepared, the last used ones: a picture that is known is compared with many. Each takes up to half a megabyte. */
const mostKept = 8;
let kept: readonly PreparedPicture[] = [];

function prepared(raster: Raster): PreparedPicture {
  const picture = kept.find((known) => known.raster === raster) ?? prepare(raster);
  kept = [picture, ...kept.filter((known) => known !== picture)].slice(0, mostKept);
  return picture;
}

/**
 * Prepares a picture that is looked for parts in, and whose parts are looked for.
 * @param raster  not narrow, and not changed afterwards.
 */
export function partPicture(raster: Raster, kinds: SoughtKinds): PartPicture {
  const { object, whole, ...picture } = prepared(raster);
  return { ...picture, sought: [...(kinds.object ? object() : []), ...(kinds.whole ? whole() : [])] };
}
