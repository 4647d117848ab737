import { networkOf } from '@semblance/engine/evidence';
import type { EmbeddingNetwork } from '@semblance/engine/evidence';
import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import runtimeUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import modelUrl from '../../../../packages/engine/model/mobilenet-v2-mid.onnx?url';
import { loadFiles } from './load-files.ts';
import type { LoadProgress } from './messages.ts';
import { modelBytes, runtimeBytes } from './network-sizes.ts';

let open: Promise<EmbeddingNetwork> | undefined;

/**
 * Opens the engine's network in this thread, once; the next call retries after a failure.
 * @failure LoadError
 */
export function openNetwork(onProgress: (progress: LoadProgress) => void): Promise<EmbeddingNetwork> {
  open ??= load(onProgress).catch((error: unknown) => {
    open = undefined;
    throw error;
  });
  return open;
}

async function load(onProgress: (progress: LoadProgress) => void): Promise<EmbeddingNetwork> {
  const files = [
    { url: modelUrl, bytes: modelBytes },
    { url: runtimeUrl, bytes: runtimeBytes },
  ];
  const [model, runtime] = await loadFiles(files, onProgress);
  if (model === undefined || runtime === undefined) throw new Error('two files were loaded');
  env.wasm.numThreads = 1;
  env.wasm.wasmBinary = runtime.buffer;
  const session = await InferenceSession.create(model, { executionProviders: ['wasm'], logSeverityLevel: 3 });
  return networkOf({ session, makeTensor: (data, shape) => new Tensor('float32', data, shape) });
}
