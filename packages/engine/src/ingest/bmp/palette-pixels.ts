import type { BmpLayout } from '@semblance/picture';
import type { RawPixels } from '../raw-pixels.ts';
import { rowStart } from './bmp-rows.ts';

/** Uncompressed pixels of 1, 2, 4 or 8 bits, each an index into the palette; the leftmost is in the highest bits. */
export function readPalettePixels(bytes: Uint8Array, layout: BmpLayout): RawPixels {
  const { width, height, bitsPerPixel } = layout;
  const colours = blueFirstPalette(bytes, layout);
  const data = new Uint8Array(width * height * 3);
  const indexMask = (1 << bitsPerPixel) - 1;
  for (let y = 0; y < height; y += 1) {
    let at = rowStart(layout, y);
    let shift = 8;
    for (let target = y * width * 3; target < (y + 1) * width * 3; target += 3) {
      shift -= bitsPerPixel;
      const colour = (((bytes[at] ?? 0) >> shift) & indexMask) * 3;
      data[target] = colours[colour] ?? 0;
      data[target + 1] = colours[colour + 1] ?? 0;
      data[target + 2] = colours[colour + 2] ?? 0;
      if (shift === 0) {
        shift = 8;
        at += 1;
      }
    }
  }
  return { width, height, channels: 3, order: 'bgr', data };
}

/** 256 colours of three bytes, in the order of the file; those past a short palette are black. */
function blueFirstPalette(bytes: Uint8Array, layout: BmpLayout): Uint8Array {
  const colours = new Uint8Array(256 * 3);
  for (let index = 0; index < layout.paletteEntries; index += 1) {
    const at = layout.paletteAt + index * layout.bytesPerPaletteEntry;
    colours.set(bytes.subarray(at, at + 3), index * 3);
  }
  return colours;
}
