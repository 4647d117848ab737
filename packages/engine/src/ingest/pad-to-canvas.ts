import type { HeaderFacts } from '@semblance/picture';
import type { Raster } from '../raster.ts';

/** A GIF's canvas and where its first frame begins on it. */
export type GifCanvas = Pick<HeaderFacts, 'width' | 'height' | 'firstFrame'>;

/**
 * Shows a GIF's first frame on its whole canvas, white where the frame does not reach, as browsers show it. libvips
 * leaves out what lies right of and below the frame, and paints black what lies left of and above it.
 *
 * @param picture  what libvips made of the first frame; its top left corner is the canvas's.
 */
export function padToCanvas(picture: Raster, canvas: GifCanvas): Raster {
  const { left, top } = canvas.firstFrame;
  const width = Math.max(picture.width, canvas.width);
  const height = Math.max(picture.height, canvas.height);
  const isCovered = left === 0 && top === 0 && width === picture.width && height === picture.height;
  if (isCovered) {
    return picture;
  }
  const data = new Uint8Array(width * height * 3).fill(255);
  for (let y = top; y < picture.height; y += 1) {
    const row = picture.data.subarray((y * picture.width + left) * 3, (y + 1) * picture.width * 3);
    data.set(row, (y * width + left) * 3);
  }
  return { width, height, data };
}
