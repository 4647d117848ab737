import type { InferenceSession as Session } from 'onnxruntime-common';
import type { EmbeddingNetwork } from '../features/embedding-network.ts';
import { InferenceSession, Tensor } from './onnx-runtime.ts';
import { networkOf } from './run-session.ts';

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

/** Opens the default network from its file's bytes. */
export async function openNetwork(model: Uint8Array, threads: number): Promise<OpenNetwork> {
  const session = await InferenceSession.create(model, sessionOptions(threads));
  const makeTensor = (data: Float32Array, shape: readonly number[]): Tensor => new Tensor('float32', data, shape);
  return { ...networkOf({ session, makeTensor }), release: () => session.release() };
}
