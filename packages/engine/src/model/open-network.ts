import type { InferenceSession as Session } from 'onnxruntime-common';
import { layerShape, networkSide } from '../features/embedding-network.ts';
import type { EmbeddingNetwork } from '../features/embedding-network.ts';
import { InferenceSession, Tensor } from './onnx-runtime.ts';

/** An open network; `release` frees the runtime's memory. */
export interface OpenNetwork extends EmbeddingNetwork {
  release(): Promise<void>;
}

/**
 * Options under which results do not depend on the thread count: every output value is computed by one thread in one
 * order. Spinning is off, so that idle threads leave the cores to decoding.
 */
export function sessionOptions(threads: number): Session.SessionOptions {
  return {
    executionProviders: ['cpu'],
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    logSeverityLevel: 3,
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  };
}

function floatsOf(outputs: Session.OnnxValueMapType, name: string): Float32Array {
  const data = outputs[name]?.data;
  if (!(data instanceof Float32Array)) throw new Error(`the network gave no float output ${name}`);
  return data;
}

/** Opens the default network from its file's bytes. */
export async function openNetwork(model: Uint8Array, threads: number): Promise<OpenNetwork> {
  const session = await InferenceSession.create(model, sessionOptions(threads));
  return {
    async run(pixels) {
      const input = new Tensor('float32', pixels, [1, 3, networkSide, networkSide]);
      const outputs = await session.run({ pixels: input });
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
    release: () => session.release(),
  };
}
