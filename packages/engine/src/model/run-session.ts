import type { InferenceSession, Tensor } from 'onnxruntime-common';
import { layerShape, networkSide } from '../features/embedding-network.ts';
import type { EmbeddingNetwork } from '../features/embedding-network.ts';

/** An open session of an ONNX runtime, in Node or a browser, and its constructor of tensors. */
export interface OpenSession {
  readonly session: Pick<InferenceSession, 'run'>;
  readonly makeTensor: (data: Float32Array, shape: readonly number[]) => Tensor;
}

/** The default network over an open session, with outputs under the converter's names. */
export function networkOf({ session, makeTensor }: OpenSession): EmbeddingNetwork {
  return {
    run: async (pixels) => {
      const outputs = await session.run({ pixels: makeTensor(pixels, [1, 3, networkSide, networkSide]) });
      const parts = floatsOf(outputs, 'block13.embedding');
      const { embeddingLength } = layerShape.block13;
      return {
        block6: floatsOf(outputs, 'block6.embedding'),
        block13: parts.slice(0, embeddingLength),
        block16: floatsOf(outputs, 'block16.embedding'),
        windows: parts.slice(embeddingLength),
        typicality: floatsOf(outputs, 'typicality')[0] ?? 0,
      };
    },
  };
}

function floatsOf(outputs: InferenceSession.OnnxValueMapType, name: string): Float32Array {
  const data = outputs[name]?.data;
  if (!(data instanceof Float32Array)) throw new TypeError(`the network gave no float output ${name}`);
  return data;
}
