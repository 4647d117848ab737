import { createRandom } from '../math/random.ts';
import { denoise } from './denoise.ts';
import type { Film } from './film.ts';

/** A finished picture: three bytes (red, green, blue) per pixel, rows from the top. */
export interface RgbPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** How the film is turned into a picture. */
export interface Development {
  readonly exposure: number;
  /** Strength of the sensor's noise; 0.006 is a good camera. */
  readonly grain: number;
  readonly seed: number;
}

/** Cleans the film, applies exposure, tone curve, vignette and grain, and quantizes to sRGB. */
export function develop(film: Film, development: Development): RgbPicture {
  const { width, height } = film;
  const light = denoise(film, lightWithoutColour(film), [0.7, 0.35, 0.2]);
  const mirrored = denoise(film, film.mirrored, [0.2, 0.1]);
  const data = new Uint8Array(width * height * 3);
  const random = createRandom(development.seed);
  for (let index = 0; index < width * height; index += 1) {
    const grain = (random.next() + random.next() + random.next() - 1.5) * 2 * development.grain;
    const falloff = development.exposure * vignette(film, index);
    for (let channel = 0; channel < 3; channel += 1) {
      const at = index * 3 + channel;
      const scattered = (light[at] as number) * ((film.colour[at] as number) + 1e-3);
      const linear = (scattered + (mirrored[at] as number) + (film.direct[at] as number)) * falloff;
      data[at] = Math.round(Math.min(Math.max(encode(linear) + grain, 0), 1) * 255);
    }
  }
  return { width, height, data };
}

function lightWithoutColour({ light, colour }: Film): Float32Array {
  return light.map((value, at) => (value + 1e-6) / ((colour[at] as number) + 1e-3));
}

function vignette({ width, height }: Film, index: number): number {
  const x = (index % width) / width - 0.5;
  const y = Math.floor(index / width) / height - 0.5;
  return 1 - 0.35 * (x * x + y * y);
}

/** Soft shoulder for the highlights, then the sRGB curve (IEC 61966-2-1). */
function encode(linear: number): number {
  const shoulder = 0.6;
  const compressed =
    linear < shoulder ? linear : shoulder + (1 - shoulder) * (1 - Math.exp((shoulder - linear) / (1 - shoulder)));
  return compressed <= 0.003_130_8 ? compressed * 12.92 : 1.055 * compressed ** (1 / 2.4) - 0.055;
}
