/** Activation maps of one picture: channel-major, `channels × cells` floats. */
export interface ActivationMaps {
  readonly block6: Float32Array;
  readonly block13: Float32Array;
  readonly block16: Float32Array;
}

/** Shape of each map that the default network gives. */
export const mapShape = {
  block6: { channels: 288, side: 28 },
  block13: { channels: 816, side: 14 },
  block16: { channels: 448, side: 7 },
} as const;

export type LayerName = keyof typeof mapShape;
export const layerNames: readonly LayerName[] = ['block6', 'block13', 'block16'];

/** Side of the square picture that the network reads. */
export const networkSide = 224;

/**
 * A network that turns one picture into activation maps.
 * `run` takes planar RGB, 0…1, `3 × networkSide × networkSide`; the same input gives the same bits.
 */
export interface EmbeddingNetwork {
  run(pixels: Float32Array): Promise<ActivationMaps>;
}
