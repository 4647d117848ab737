/** Pixels that a picture in detail has at most: about 690 × 520, or 300 × 1200 of a long receipt. */
const mostPixels = 360_000;
/** So many are as good, where halving the sides gives them: a JPEG is decoded to half its size in half the time. */
const enoughPixels = 240_000;
/** Long side that a picture in detail has at most. */
const longestSide = 1280;

/** The long side to which a picture is shrunk, never enlarged, for being laid over another. */
export function detailSide({ width, height }: { readonly width: number; readonly height: number }): number {
  const pixels = width * height;
  const longSide = Math.max(width, height);
  if (pixels <= mostPixels) return Math.min(longestSide, longSide);
  const halvings = Math.ceil(Math.log2(pixels / mostPixels) / 2);
  const isEnough = pixels / 4 ** halvings >= enoughPixels;
  const side = isEnough ? Math.floor(longSide / 2 ** halvings) : Math.round(longSide * Math.sqrt(mostPixels / pixels));
  return Math.max(1, Math.min(longestSide, side));
}
