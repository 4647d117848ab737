import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import type { Raster } from '../../packages/engine/src/raster.ts';
import type { PictureEntry, PictureSet } from './pictures/picture-set.ts';

const rasterSide = 320;

/** Decodes as the engine does: flattened on white, sRGB, fit inside 320 px. */
export async function decodeRaster(bytes: Uint8Array): Promise<Raster> {
  const { data, info } = await sharp(bytes)
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize(rasterSide, rasterSide, { fit: 'inside', withoutEnlargement: true })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data.buffer, data.byteOffset, data.length) };
}

/** Bytes of one prepared picture. */
export function readPicture(set: PictureSet, entry: PictureEntry): Promise<Buffer> {
  return readFile(path.join(set.folder, entry.file));
}
