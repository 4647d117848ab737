import type { BmpLayout } from '@semblance/picture';
import type { RawPixels } from '../raw-pixels.ts';
import { rowStart } from './bmp-rows.ts';
import { fromPacked, readPalette } from './packed-colour.ts';

/** Uncompressed pixels of 1, 2, 4 or 8 bits, each an index into the palette; the leftmost is in the highest bits. */
export function readPalettePixels(bytes: Uint8Array, layout: BmpLayout): RawPixels {
  const { width, height, bitsPerPixel } = layout;
  const palette = readPalette(bytes, layout);
  const packed = new Uint32Array(width * height);
  const indexMask = (1 << bitsPerPixel) - 1;
  for (let y = 0; y < height; y += 1) {
    let at = rowStart(layout, y);
    let shift = 8;
    for (let target = y * width; target < (y + 1) * width; target += 1) {
      shift -= bitsPerPixel;
      packed[target] = palette[((bytes[at] ?? 0) >> shift) & indexMask] ?? 0;
      if (shift === 0) {
        shift = 8;
        at += 1;
      }
    }
  }
  return fromPacked(layout, packed);
}
