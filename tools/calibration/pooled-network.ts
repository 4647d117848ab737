import { layerNames, networkSide } from '../../packages/engine/src/features/embedding-network.ts';
import type { LayerName } from '../../packages/engine/src/features/embedding-network.ts';
import { networkInput } from '../../packages/engine/src/features/network-input.ts';
import { convertMobilenet } from '../model/convert-mobilenet.ts';
import { writeOnnx } from '../model/onnx-writer.ts';
import { readTfjsGraph, shippedModelFolder } from '../model/read-tfjs-graph.ts';
import { InferenceSession, Tensor } from '../../packages/engine/src/model/onnx-runtime.ts';
import { sessionOptions } from '../../packages/engine/src/model/open-network.ts';
import type { Raster } from '../../packages/engine/src/raster.ts';

/** Pooled layers of one picture before any projection, of unit length. */
export type PooledLayers = Readonly<Record<LayerName, Float32Array>>;

/** First column of a row-major matrix: the pooling over the whole map. */
function wholeMap(values: Float32Array, windows: number): Float32Array {
  return Float32Array.from({ length: values.length / windows }, (_, row) => values[row * windows] as number);
}

/** Opens the network without projections: what the projections are learned from. */
export async function openPooledNetwork(): Promise<(raster: Raster) => Promise<PooledLayers>> {
  const model = writeOnnx(convertMobilenet(await readTfjsGraph(shippedModelFolder())));
  const session = await InferenceSession.create(model, sessionOptions(2));
  return async (raster) => {
    const outputs = await session.run({
      pixels: new Tensor('float32', networkInput(raster), [1, 3, networkSide, networkSide]),
    });
    const layers = layerNames.map((name) => {
      const output = outputs[`${name}.pooled`];
      if (!(output?.data instanceof Float32Array)) throw new Error(`no output ${name}.pooled`);
      return [name, wholeMap(output.data, output.dims[1] ?? 1)];
    });
    return Object.fromEntries(layers) as PooledLayers;
  };
}
