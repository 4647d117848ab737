import type { PictureHeader } from '@semblance/picture';

type FrameFacts = Pick<PictureHeader, 'format' | 'frameCount' | 'width' | 'height'>;

/** Most frames of an animation that are compared. */
export const mostFrames = 8;

/**
 * Most pixels decoded for an animation's frames. A decoder starts from the first frame each time, because frames are drawn over each other:
 * frame n costs n + 1 frames.
 */
const decodedPixels = 128_000_000;

/** Frames or pages that can be decoded one by one. Of an animated PNG only the default image is decoded. */
export function readableFrames({ format, frameCount }: Pick<FrameFacts, 'format' | 'frameCount'>): number {
  return format === 'gif' || format === 'webp' || format === 'tiff' ? frameCount : 1;
}

/** Indices of `count` frames spread evenly over an animation, including the first and the last. */
function spread(frameCount: number, count: number): number[] {
  if (count === 1) return [0];
  return Array.from({ length: count }, (_, index) => Math.round((index * (frameCount - 1)) / (count - 1)));
}

/**
 * Indices of the frames or pages that are compared: evenly spread, at most eight, fewer if they are large or far from the start, and always
 * the first one.
 */
export function representativeFrames(header: FrameFacts): number[] {
  const frames = readableFrames(header);
  const pixels = Math.max(1, header.width * header.height);
  // Pages are independent of each other.
  const costOf = (frame: number): number => pixels * (header.format === 'tiff' ? 1 : frame + 1);
  for (let count = Math.min(mostFrames, frames); count > 1; count -= 1) {
    const places = spread(frames, count);
    if (places.reduce((sum, frame) => sum + costOf(frame), 0) <= decodedPixels) return places;
  }
  return [0];
}
