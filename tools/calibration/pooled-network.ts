import { layerNames, layerShape, networkSide } from '../../packages/engine/src/features/embedding-network.ts';
import type { LayerName } from '../../packages/engine/src/features/embedding-network.ts';
import { networkInput } from '../../packages/engine/src/features/network-input.ts';
import { readChainScales } from '../model/chain-scales.ts';
import { integerNetwork } from '../model/integer-network.ts';
import { writeOnnx } from '../model/onnx-writer.ts';
import { readTfjsGraph, shippedModelFolder } from '../model/read-tfjs-graph.ts';
import { InferenceSession, Tensor } from '../../packages/engine/src/model/onnx-runtime.ts';
import { sessionOptions } from '../../packages/engine/src/model/open-network.ts';
import type { Raster } from '../../packages/engine/src/raster.ts';

/** Pooled layers of one picture before any projection, of unit length. */
export type PooledLayers = Readonly<Record<LayerName, Float32Array>>;

/** Opens the network without projections: what the projections are learned from. */
export async function openPooledNetwork(): Promise<(raster: Raster) => Promise<PooledLayers>> {
  const scales = await readChainScales(import.meta.dirname);
  const model = writeOnnx(integerNetwork({ graph: await readTfjsGraph(shippedModelFolder()), scales }));
  const session = await InferenceSession.create(model, sessionOptions(2));
  return async (raster) => {
    const outputs = await session.run({
      pixels: new Tensor('float32', networkInput(raster), [1, 3, networkSide, networkSide]),
    });
    const layers = layerNames.map((name) => {
      const output = outputs[`${name}.pooled`];
      if (!(output?.data instanceof Float32Array)) throw new Error(`no output ${name}.pooled`);
      // The first row is pooled over the whole map.
      return [name, output.data.slice(0, layerShape[name].channels)];
    });
    return Object.fromEntries(layers) as PooledLayers;
  };
}
