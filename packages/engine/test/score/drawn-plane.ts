import type { LumaPlane } from '../../src/raster.ts';
import { seeded } from './test-pictures.ts';

export interface DrawnPlane {
  readonly width: number;
  readonly height: number;
  readonly seed: number;
  /** Share of the full range of luma that the shapes use, 0…1. Default 1. */
  readonly contrast?: number;
  /** Highest noise added to each pixel, luma steps. Default 6. */
  readonly noise?: number;
}

/** Rectangles and discs with noise, drawn without any library: the same bytes on every machine. */
export function drawnPlane({ width, height, seed, contrast = 1, noise = 6 }: DrawnPlane): LumaPlane {
  const random = seeded(seed);
  for (let skip = 0; skip < 8; skip += 1) random();
  const data = new Uint8Array(width * height).fill(128);
  for (let shape = 0; shape < 40; shape += 1) {
    const [left, top, size] = [random() * width, random() * height, 4 + random() * 50];
    const value = 128 + contrast * (random() * 240 - 120);
    const isDisc = random() < 0.4;
    for (let at = 0; at < data.length; at += 1) {
      const [dx, dy] = [(at % width) - left, Math.floor(at / width) - top];
      const isInside = isDisc ? dx * dx + dy * dy < size * size * 0.25 : dx >= 0 && dy >= 0 && dx < size && dy < size;
      if (isInside) data[at] = Math.round(value);
    }
  }
  for (let at = 0; at < data.length; at += 1) data[at] = (data[at] as number) + Math.floor(noise * random());
  return { width, height, data };
}
