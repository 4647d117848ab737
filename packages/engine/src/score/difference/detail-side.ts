/** Pixels that a picture in detail has at most: about 690 × 520, or 300 × 1200 of a long receipt. */
const mostPixels = 360_000;
/** So many are as good, where a whole fraction of the sides gives them: that is shrunk to in less time. */
const enoughPixels = 240_000;
/** Long side that a picture in detail has at most. */
const longestSide = 1280;

/** Width and height, pixels. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** The long side to which a picture is shrunk, never enlarged, for being laid over another. */
export function detailSide({ width, height }: Size): number {
  const pixels = width * height;
  const longSide = Math.max(width, height);
  const divisor = Math.max(1, Math.ceil(Math.sqrt(pixels / mostPixels)));
  const isEnough = pixels / divisor ** 2 >= enoughPixels;
  const side = isEnough ? Math.floor(longSide / divisor) : Math.round(longSide * Math.sqrt(mostPixels / pixels));
  return Math.max(1, Math.min(longestSide, longSide, side));
}

/** Whether half of a picture holds its detail. */
export function isAtMostHalf(size: Size): boolean {
  const longSide = Math.max(size.width, size.height);
  return Math.min(size.width, size.height) > 3 && detailSide(size) <= longSide >> 1;
}

/** Whether the detail of a picture is just half of it. */
export function isHalf(size: Size): boolean {
  return isAtMostHalf(size) && detailSide(size) === Math.max(size.width, size.height) >> 1;
}
