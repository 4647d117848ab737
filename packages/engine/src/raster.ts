/**
 * A decoded picture as every feature sees it: interleaved 8-bit sRGB, row-major, already flattened on white.
 * `data.length === width * height * 3`; both sides are at least 1 px.
 */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}
