/** Layers gathered per pixel before the picture is finished; colours are linear and interleaved. */
export interface Film {
  readonly width: number;
  readonly height: number;
  /** Evenly scattered light without the surface's own colour: smooth, so that it can be cleaned of noise. */
  readonly light: Float32Array;
  /** The surface's own colour, with all its fine texture. */
  readonly colour: Float32Array;
  /** Mirrored light. */
  readonly mirrored: Float32Array;
  /** What is seen directly: the backdrop, lamps. */
  readonly direct: Float32Array;
  readonly normal: Float32Array;
  readonly depth: Float32Array;
}

export function createFilm(width: number, height: number): Film {
  const layer = (channels: number): Float32Array => new Float32Array(width * height * channels);
  return {
    width,
    height,
    light: layer(3),
    colour: layer(3),
    mirrored: layer(3),
    direct: layer(3),
    normal: layer(3),
    depth: layer(1),
  };
}
