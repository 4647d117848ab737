/**
 * A decoded picture, input of every feature: interleaved 8-bit sRGB, row-major, flattened on a ground. `data.length === width * height *
 * 3`; both sides are at least 1 px.
 */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** An 8-bit grey plane, row-major. */
export interface LumaPlane {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}
