import { createRequire } from 'node:module';
import imghash from 'imghash';
import sharp from 'sharp';
import type { Raster } from '../../../packages/engine/src/raster.ts';
import type { Peer } from './peer.ts';

/** The package declares a default export that its CommonJS module does not have. */
const sharpPhash = createRequire(import.meta.url)('sharp-phash') as (picture: Buffer) => Promise<string>;

const hammingShare = (first: unknown, second: unknown): number => {
  const [a, b] = [String(first), String(second)];
  return Array.from(a).filter((digit, at) => digit === b[at]).length / a.length;
};

const toBinary = (hexadecimal: string): string =>
  Array.from(hexadecimal, (digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');

/** The flattened raster as PNG: both packages would read transparency as they please, and imghash reads JPEG and PNG only. */
const pngOf = ({ width, height, data }: Raster): Promise<Buffer> =>
  sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();

/** The DCT hash of the package sharp-phash, 64 bits. */
export const packagedPhash: Peer = {
  name: 'sharp-phash',
  describe: async (_encoded, raster) => sharpPhash(await pngOf(raster)),
  compare: hammingShare,
};

/** The block hash of the package imghash, 256 bits. */
export const packagedBlockhash: Peer = {
  name: 'imghash',
  describe: async (_encoded, { width, height, data }) => {
    const png = await sharp(data, { raw: { width, height, channels: 3 } })
      .png()
      .toBuffer();
    return toBinary(await imghash.hash(png, 16));
  },
  compare: hammingShare,
};
