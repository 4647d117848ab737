import type { Raster } from '../raster.ts';

/**
 * Lays a picture into the top left corner of a larger white canvas. libvips shows only the part of a GIF's screen that
 * its first frame covers; the picture is the whole screen, as every browser shows it.
 */
export function padToCanvas(picture: Raster, canvas: { readonly width: number; readonly height: number }): Raster {
  const isCovered = picture.width >= canvas.width && picture.height >= canvas.height;
  if (isCovered) {
    return picture;
  }
  const width = Math.max(picture.width, canvas.width);
  const height = Math.max(picture.height, canvas.height);
  const data = new Uint8Array(width * height * 3).fill(255);
  const rowBytes = picture.width * 3;
  for (let y = 0; y < picture.height; y += 1) {
    data.set(picture.data.subarray(y * rowBytes, (y + 1) * rowBytes), y * width * 3);
  }
  return { width, height, data };
}
