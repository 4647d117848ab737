import type { FormatReader } from '../header-facts.ts';
import { bmpReader } from './bmp.ts';
import { gifReader } from './gif.ts';
import { jpegReader } from './jpeg.ts';
import { pngReader } from './png.ts';
import { ppmReader } from './ppm.ts';
import { tiffReader } from './tiff.ts';
import { webpReader } from './webp.ts';

/** Every format the contract accepts. JPG and JPEG are two names of one format; PPM stands for P1–P6. */
export const formatReaders = {
  jpeg: jpegReader,
  png: pngReader,
  webp: webpReader,
  gif: gifReader,
  tiff: tiffReader,
  bmp: bmpReader,
  ppm: ppmReader,
} as const satisfies Record<string, FormatReader>;

/** The name of an accepted format. */
export type PictureFormat = keyof typeof formatReaders;
