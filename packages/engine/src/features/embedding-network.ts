/** Layers of the default network that become embeddings, from fine to coarse. */
export const layerNames = ['block6', 'block13', 'block16'] as const;
export type LayerName = (typeof layerNames)[number];

/** Shape of each layer's activation map, and of its embedding. */
export const layerShape: Readonly<
  Record<LayerName, { readonly channels: number; readonly side: number; readonly embeddingLength: number }>
> = {
  block6: { channels: 288, side: 28, embeddingLength: 192 },
  block13: { channels: 816, side: 14, embeddingLength: 256 },
  block16: { channels: 448, side: 7, embeddingLength: 256 },
};

/** Side of the square picture that the network reads. */
export const networkSide = 224;

/**
 * A network that turns one picture into embeddings of unit length.
 * `run` takes planar RGB, 0…1, `3 × networkSide × networkSide`; the same input gives the same bits.
 */
export interface EmbeddingNetwork {
  run(pixels: Float32Array): Promise<NetworkEmbeddings>;
}

export interface NetworkEmbeddings {
  readonly block6: Float32Array;
  readonly block13: Float32Array;
  readonly block16: Float32Array;
  /** Embeddings of block 13 for each of `mapWindows`, one after another. */
  readonly windows: Float32Array;
  /** How much the picture looks like many others, −1…1; ordinary pictures reach about 0.5. */
  readonly typicality: number;
}
