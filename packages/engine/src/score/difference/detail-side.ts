/** Pixels that a picture in detail has at most: about 690 × 520, or 300 × 1200 of a long receipt. */
export const detailPixels = 360_000;
/** Long side that a picture in detail has at most. */
const longestSide = 1280;

/** The long side to which a picture is shrunk, never enlarged, for being laid over another. */
export function detailSide({ width, height }: { readonly width: number; readonly height: number }): number {
  const scale = Math.min(1, Math.sqrt(detailPixels / (width * height)));
  return Math.max(1, Math.min(longestSide, Math.round(Math.max(width, height) * scale)));
}
