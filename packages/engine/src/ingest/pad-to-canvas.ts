import type { HeaderFacts } from '@semblance/picture';
import type { RawPixels } from './raw-pixels.ts';

/** A GIF's canvas and where its first frame begins on it. */
export type GifCanvas = Pick<HeaderFacts, 'width' | 'height' | 'firstFrame'>;

/**
 * Shows a GIF's first frame on its whole canvas, clear where the frame does not reach, as browsers show it. libvips
 * leaves out what lies right of and below the frame, and paints black what lies left of and above it.
 *
 * @param picture  what libvips made of the first frame; its top left corner is the canvas's.
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
