import type { PictureHeader } from '@semblance/picture';

type FrameFacts = Pick<PictureHeader, 'format' | 'frameCount' | 'width' | 'height'>;

/** At most so many frames of an animation are looked at. */
export const mostFrames = 8;

/**
 * Pixels that may be decoded to look at an animation's frames. A decoder starts from the first frame each time, because
 * each is drawn over the one before: the frame in place n costs n + 1.
 */
const decodedPixels = 128_000_000;

/** Frames or pages that can be decoded one by one. Of an animated PNG only the default image is decoded. */
export function readableFrames({ format, frameCount }: Pick<FrameFacts, 'format' | 'frameCount'>): number {
  return format === 'gif' || format === 'webp' || format === 'tiff' ? frameCount : 1;
}

/** Places of `count` frames spread evenly over an animation, first and last among them. */
function spread(frameCount: number, count: number): number[] {
  if (count === 1) return [0];
  return Array.from({ length: count }, (_, index) => Math.round((index * (frameCount - 1)) / (count - 1)));
}

/**
 * The frames by which an animation, or a file of several pages, is compared: evenly spread, eight at most, fewer where
 * they are large and far from the start. Always the first one.
 */
export function representativeFrames(header: FrameFacts): number[] {
  const frames = readableFrames(header);
  const pixels = Math.max(1, header.width * header.height);
  // Pages of a file stand alone.
  const costOf = (frame: number): number => pixels * (header.format === 'tiff' ? 1 : frame + 1);
  for (let count = Math.min(mostFrames, frames); count > 1; count -= 1) {
    const places = spread(frames, count);
    if (places.reduce((sum, frame) => sum + costOf(frame), 0) <= decodedPixels) return places;
  }
  return [0];
}
