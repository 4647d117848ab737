import type { PictureFormatName } from '@semblance/spec/limits';
import type { FormatReader } from '../header-facts.ts';
import { bmpReader } from './bmp.ts';
import { gifReader } from './gif.ts';
import { jpegReader } from './jpeg.ts';
import { pngReader } from './png.ts';
import { ppmReader } from './ppm.ts';
import { tiffReader } from './tiff.ts';
import { webpReader } from './webp.ts';

/** An accepted format by its name in the contract. JPG and JPEG are two names of one format; `ppm` stands for P1–P6. */
export type PictureFormat = Lowercase<Exclude<PictureFormatName, 'JPG'>>;

/** The reader of every format the contract accepts. */
export const formatReaders: Readonly<Record<PictureFormat, FormatReader>> = {
  jpeg: jpegReader,
  png: pngReader,
  webp: webpReader,
  gif: gifReader,
  tiff: tiffReader,
  bmp: bmpReader,
  ppm: ppmReader,
};
