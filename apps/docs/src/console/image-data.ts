import type { Raster } from '@semblance/engine/evidence';

/** A raster as opaque `ImageData`. */
export function imageDataOf({ width, height, data }: Raster): ImageData {
  const pixels = new ImageData(width, height);
  for (let from = 0, to = 0; from < data.length; from += 3, to += 4) {
    pixels.data[to] = data[from] ?? 0;
    pixels.data[to + 1] = data[from + 1] ?? 0;
    pixels.data[to + 2] = data[from + 2] ?? 0;
    pixels.data[to + 3] = 255;
  }
  return pixels;
}
