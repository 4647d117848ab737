import { layerShape } from '@semblance/engine/evidence';
import type { EmbeddingNetwork } from '@semblance/engine/evidence';

/** A network without output, for examinations of points, colours and differences only. */
export const blindNetwork: EmbeddingNetwork = {
  run: async () => ({
    block6: new Float32Array(layerShape.block6.embeddingLength),
    block13: new Float32Array(layerShape.block13.embeddingLength),
    block16: new Float32Array(layerShape.block16.embeddingLength),
    windows: new Float32Array(),
    typicality: 0,
  }),
};
