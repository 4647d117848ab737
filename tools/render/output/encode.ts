import sharp from 'sharp';
import type { Sharp } from 'sharp';
import type { RgbPicture } from '../trace/develop.ts';
import { encodeBmp } from './bmp.ts';
import { encodePpm } from './ppm.ts';

/** Hands a rendered picture to sharp. */
export function toSharp({ width, height, data }: RgbPicture): Sharp {
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** A good JPEG, as cameras write it: quality 92, colour at half resolution. */
export async function encodeJpeg(picture: RgbPicture, quality = 92): Promise<Uint8Array> {
  return toSharp(picture).jpeg({ quality, mozjpeg: false }).toBuffer();
}

/** One way to write a picture to a file, by the file's extension. */
export type Encoder = (picture: RgbPicture) => Promise<Uint8Array>;

/** An encoder for each extension. PNG, BMP, PPM, TIFF and WebP keep every pixel; JPEG and GIF do not. */
export const encoders: Readonly<Record<string, Encoder>> = {
  png: async (picture) => toSharp(picture).png({ compressionLevel: 9 }).toBuffer(),
  jpg: async (picture) => encodeJpeg(picture),
  jpeg: async (picture) => encodeJpeg(picture, 85),
  bmp: async (picture) => encodeBmp(picture),
  gif: async (picture) => toSharp(picture).gif({ dither: 0.6 }).toBuffer(),
  webp: async (picture) => toSharp(picture).webp({ lossless: true }).toBuffer(),
  tiff: async (picture) => toSharp(picture).tiff({ compression: 'lzw', predictor: 'horizontal' }).toBuffer(),
  ppm: async (picture) => encodePpm(picture),
};
