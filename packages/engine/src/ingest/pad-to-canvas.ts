import type { HeaderFacts } from '@semblance/picture';
import type { RawPixels } from './raw-pixels.ts';

/** A GIF's canvas and the position of its first frame. */
export type GifCanvas = Pick<HeaderFacts, 'width' | 'height' | 'firstFrame'>;

/**
 * Places a GIF's first frame on its whole canvas, transparent outside the frame, as in browsers. libvips omits the area right of and below
 * the frame and paints the area left of and above it black.
 *
 * @param picture  the first frame decoded by libvips, from the canvas's top left corner.
 */
export function padToCanvas(picture: RawPixels, canvas: GifCanvas): RawPixels {
  const { left, top } = canvas.firstFrame;
  const width = Math.max(picture.width, canvas.width);
  const height = Math.max(picture.height, canvas.height);
  const isCovered = left === 0 && top === 0 && width === picture.width && height === picture.height;
  if (isCovered) return picture;
  const data = new Uint8Array(width * height * 4);
  const { channels } = picture;
  for (let y = top; y < picture.height; y += 1) {
    for (let x = left; x < picture.width; x += 1) {
      const [from, to] = [(y * picture.width + x) * channels, (y * width + x) * 4];
      data.set(picture.data.subarray(from, from + 3), to);
      data[to + 3] = channels === 4 ? (picture.data[from + 3] ?? 0) : 255;
    }
  }
  return { width, height, channels: 4, order: picture.order, data };
}
