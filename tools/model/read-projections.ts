import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { layerNames, layerShape } from '../../packages/engine/src/features/embedding-network.ts';
import type { RawProjection, RawProjections } from './embedding-heads.ts';

const bytesPerHalf = 2;

/**
 * Reads the learned projections: for each layer the mean, then the matrix row by row; after the layers the background
 * embeddings. All are little-endian half floats.
 * @param folder  holds `projections.fp16`.
 */
export async function readProjections(folder: string): Promise<RawProjections> {
  const bytes = await readFile(path.join(folder, 'projections.fp16'));
  let offset = 0;
  const take = (values: number): Uint8Array => bytes.subarray(offset, (offset += values * bytesPerHalf));
  const layers = layerNames.map((name): [string, RawProjection] => {
    const { channels, embeddingLength } = layerShape[name];
    return [name, { mean: take(channels), matrix: take(channels * embeddingLength) }];
  });
  const background = bytes.subarray(offset);
  if (background.length === 0 || background.length % (layerShape.block13.embeddingLength * bytesPerHalf) !== 0)
    throw new Error('projections.fp16 is not of the expected size: learn it again with "npm run calibrate:learn"');

  return { ...(Object.fromEntries(layers) as Omit<RawProjections, 'background'>), background };
}
