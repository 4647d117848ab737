import path from 'node:path';
import { readChainScales } from './chain-scales.ts';
import { integerNetwork } from './integer-network.ts';
import { writeOnnx } from './onnx-writer.ts';
import { readProjections } from './read-projections.ts';
import { readTfjsGraph, shippedModelFolder } from './read-tfjs-graph.ts';

/** Bytes of the network in integers with the committed scales and projections. The same inputs give the same bytes. */
export async function integerModel(): Promise<Uint8Array> {
  const calibration = path.join(import.meta.dirname, '../calibration');
  const [graph, scales, projections] = await Promise.all([
    readTfjsGraph(shippedModelFolder()),
    readChainScales(calibration),
    readProjections(calibration),
  ]);
  return writeOnnx(integerNetwork({ graph, scales, projections }));
}
