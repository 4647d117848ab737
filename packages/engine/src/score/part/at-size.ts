import type { LumaPlane } from '../../raster.ts';
import { shrinkLuma } from '../../features/shrink-luma.ts';
import { halvePlane } from './halve-plane.ts';
import type { Masked } from './window-kernels.ts';

/** What is looked for, at one size. */
export interface Level {
  /** Brightness where it counts, 0 elsewhere. */
  readonly light: LumaPlane;
  /** 255 where it counts, 0 where it does not; absent where all of it does. */
  readonly counts?: LumaPlane;
}

/** What is looked for at falling sizes, each half of the one before. */
export type Levels = readonly [Level, ...Level[]];

/** Narrower levels are not made. */
const leastSide = 8;

/** The levels of what is looked for, itself first. */
export function levelsOf(full: Level): Levels {
  const levels: [Level, ...Level[]] = [full];
  for (let last = full; Math.min(last.light.width, last.light.height) >= 2 * leastSide; levels.push(last)) {
    const { light, counts } = last;
    last = { light: halvePlane(light), ...(counts === undefined ? {} : { counts: halvePlane(counts) }) };
  }
  return levels;
}

/** The smallest level that has not to be enlarged. */
function levelFor(levels: Levels, width: number): Level {
  return levels.findLast(({ light }) => light.width >= width) ?? levels[0];
}

/**
 * What is looked for at another size: brightness, and a mask of the pixels of which at least `least` count.
 * @param least  0…1.
 */
export function atSize(levels: Levels, [width, height]: readonly [number, number], least: number): Masked {
  const level = levelFor(levels, width);
  const light = shrinkLuma(level.light, width, height).data;
  const mask = new Int16Array(width * height);
  if (level.counts === undefined) return { width, height, data: new Int16Array(light), mask: mask.fill(-1) };
  const counts = shrinkLuma(level.counts, width, height).data;
  const data = new Int16Array(width * height);
  for (let at = 0; at < data.length; at += 1) {
    const count = counts[at] as number;
    if (count < least * 255) continue;
    mask[at] = -1;
    data[at] = Math.round(((light[at] as number) * 255) / count);
  }
  return { width, height, data, mask };
}
