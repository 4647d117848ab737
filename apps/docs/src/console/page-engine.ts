import {
  boundedScore,
  compareFeatures,
  extractFeatures,
  judgeDifference,
  layerShape,
  measureDifference,
  networkSide,
  opensGate,
  ruleFor,
} from '@semblance/engine/evidence';
import type { EmbeddingNetwork, FeatureSet, Raster } from '@semblance/engine/evidence';
import type { ServiceType } from '@semblance/spec/limits';
import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import runtimeUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import modelUrl from '../../../../packages/engine/model/mobilenet-v2-mid.onnx?url';
import { decodeInBrowser, samePixels } from './decode-in-browser.ts';

/** A picture that this browser cannot decode, though an engine can. */
export class UndecodableError extends Error {
  override readonly name = 'UndecodableError';
}

/** The engine's score, computed in the page: its own features, network and calibration. */
export interface PageEngine {
  /**
   * @returns 0…1. The browser decodes and shrinks the pictures, so the last digits may differ from a server's.
   * @failure UndecodableError for a format this browser does not show, such as TIFF or PPM.
   */
  readonly score: (primary: Uint8Array, secondary: Uint8Array, serviceType: ServiceType) => Promise<number>;
}

/** Loads runtime and network, about 19 MB before compression; call it once. */
export async function openPageEngine(): Promise<PageEngine> {
  env.wasm.numThreads = 1;
  env.wasm.wasmPaths = { wasm: runtimeUrl };
  const model = new Uint8Array(await (await fetch(modelUrl)).arrayBuffer());
  const network = networkOf(await InferenceSession.create(model, { executionProviders: ['wasm'] }));
  return {
    score: async (primary, secondary, serviceType) => {
      const [first, second] = [await features(primary, network), await features(secondary, network)];
      const identicalPixels = await samePixels(primary, secondary);
      const { score } = compareFeatures(first, second, { identicalPixels });
      if (!opensGate(score)) return score;
      const details = [await decoded(primary, 'detail'), await decoded(secondary, 'detail')] as const;
      const measured = measureDifference({ features: [first, second], details });
      return measured === undefined ? score : boundedScore(score, judgeDifference(measured, ruleFor(serviceType)));
    },
  };
}

async function features(bytes: Uint8Array, network: EmbeddingNetwork): Promise<FeatureSet> {
  return extractFeatures(await decoded(bytes, 'shrink'), network);
}

async function decoded(bytes: Uint8Array, size: 'shrink' | 'detail'): Promise<Raster> {
  const raster = await decodeInBrowser(bytes, size);
  if (raster === undefined) throw new UndecodableError('This browser cannot decode the picture.');
  return raster;
}

/** The network's outputs by name, as the converter of the engine wrote them. */
function networkOf(session: InferenceSession): EmbeddingNetwork {
  return {
    run: async (pixels) => {
      const outputs = await session.run({ pixels: new Tensor('float32', pixels, [1, 3, networkSide, networkSide]) });
      const floats = (name: string): Float32Array => {
        const data = outputs[name]?.data;
        if (!(data instanceof Float32Array)) throw new TypeError(`The network gave no output ${name}.`);
        return data;
      };
      const parts = floats('block13.embedding');
      const { embeddingLength } = layerShape.block13;
      return {
        block6: floats('block6.embedding'),
        block13: parts.slice(0, embeddingLength),
        block16: floats('block16.embedding'),
        windows: parts.slice(embeddingLength),
        typicality: floats('typicality')[0] ?? 0,
      };
    },
  };
}
