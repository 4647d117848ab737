import sharp from 'sharp';
import type { Raster } from '../../../packages/engine/src/raster.ts';

/** Where a point of the new picture lies in the source, both in pixels, and how bright it is there (1: unchanged). */
export type Mapping = (
  x: number,
  y: number,
) => { readonly x: number; readonly y: number; readonly brightness?: number };

/** Decodes a picture, flattened on a colour. */
export async function rasterOf(picture: Buffer | string, background = '#ffffff'): Promise<Raster> {
  const flat = sharp(picture).flatten({ background }).toColourspace('srgb').removeAlpha();
  const { data, info } = await flat.raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data.buffer, data.byteOffset, data.length) };
}

/**
 * Draws a picture through a mapping, bilinear, and encodes it as PNG.
 * @param target   size of the new picture, in pixels.
 * @returns        PNG bytes; white where the mapping leaves the source.
 */
export function warp(
  source: Raster,
  target: { readonly width: number; readonly height: number },
  mapping: Mapping,
): Promise<Buffer> {
  const data = new Uint8Array(target.width * target.height * 3).fill(255);
  for (let row = 0, at = 0; row < target.height; row += 1) {
    for (let column = 0; column < target.width; column += 1, at += 3) {
      const { x, y, brightness = 1 } = mapping(column, row);
      if (x < 0 || y < 0 || x > source.width - 1 || y > source.height - 1) continue;
      for (let channel = 0; channel < 3; channel += 1) {
        const value = sampleAt(source, [x, y], channel) * brightness;
        data[at + channel] = Math.max(0, Math.min(255, Math.round(value)));
      }
    }
  }
  return sharp(data, { raw: { ...target, channels: 3 } })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

function sampleAt({ width, height, data }: Raster, [x, y]: readonly [number, number], channel: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [right, bottom] = [Math.min(width - 1, left + 1), Math.min(height - 1, top + 1)];
  const at = (column: number, row: number): number => data[(row * width + column) * 3 + channel] ?? 0;
  const upper = at(left, top) + (x - left) * (at(right, top) - at(left, top));
  const lower = at(left, bottom) + (x - left) * (at(right, bottom) - at(left, bottom));
  return upper + (y - top) * (lower - upper);
}
