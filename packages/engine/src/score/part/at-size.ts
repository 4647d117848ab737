import { halveRaster } from '../../features/halve-raster.ts';
import type { Raster } from '../../raster.ts';
import type { Masked } from './window-kernels.ts';

/**
 * What is looked for at falling sizes, each half of the one before. Three values a pixel: 255 where it counts, its
 * brightness where it counts, and nothing.
 */
export type Levels = readonly [Raster, ...Raster[]];

/** Narrower levels are not made. */
const leastSide = 8;

/** The levels of a layered raster, itself first. */
export function levelsOf(layers: Raster): Levels {
  const levels: [Raster, ...Raster[]] = [layers];
  for (let last = layers; Math.min(last.width, last.height) >= 2 * leastSide; levels.push(last))
    last = halveRaster(last);
  return levels;
}

/** For each output position the first of two inputs, and the part of the second in 1/256. */
function between(from: number, to: number): Int32Array {
  const places = new Int32Array(2 * to);
  for (let at = 0; at < to; at += 1) {
    const centre = Math.min(from - 1, Math.max(0, ((at + 0.5) * from) / to - 0.5));
    const first = Math.max(0, Math.min(from - 2, Math.floor(centre)));
    places[2 * at] = first;
    places[2 * at + 1] = from === 1 ? 0 : Math.round((centre - first) * 256);
  }
  return places;
}

/** The smallest level that has not to be enlarged. */
function levelFor(levels: Levels, width: number): Raster {
  return levels.findLast((level) => level.width >= width) ?? levels[0];
}

/**
 * What is looked for at another size: brightness, and a mask of the pixels of which at least `least` count.
 * @param least  0…1.
 */
export function atSize(levels: Levels, [width, height]: readonly [number, number], least: number): Masked {
  const { width: across, height: down, data: from } = levelFor(levels, width);
  const [columns, rows] = [between(across, width), between(down, height)];
  const data = new Int16Array(width * height);
  const mask = new Int16Array(width * height);
  const leastSum = least * 255 * 65_536;
  const [right, below] = [across === 1 ? 0 : 3, down === 1 ? 0 : 3 * across];
  for (let y = 0, to = 0; y < height; y += 1) {
    const [line, lower] = [3 * across * (rows[2 * y] as number), rows[2 * y + 1] as number];
    for (let x = 0; x < width; x += 1, to += 1) {
      const at = line + 3 * (columns[2 * x] as number);
      const part = columns[2 * x + 1] as number;
      const [a, b] = [(256 - lower) * (256 - part), (256 - lower) * part];
      const [c, d] = [lower * (256 - part), lower * part];
      const [two, three, four] = [at + right, at + below, at + right + below];
      const counts =
        a * (from[at] as number) + b * (from[two] as number) + c * (from[three] as number) + d * (from[four] as number);
      if (counts < leastSum) continue;
      const light =
        a * (from[at + 1] as number) +
        b * (from[two + 1] as number) +
        c * (from[three + 1] as number) +
        d * (from[four + 1] as number);
      mask[to] = -1;
      data[to] = Math.round((light * 255) / counts);
    }
  }
  return { width, height, data, mask };
}
