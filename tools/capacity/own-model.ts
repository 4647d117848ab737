import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { networkSide, layerShape } from '../../packages/engine/src/features/embedding-network.ts';
import { ensureModel } from '../../packages/engine/src/model/ensure-model.ts';
import { defaultModelDirectory } from '../../packages/engine/src/model/package-folder.ts';

/**
 * A manifest that has the built-in network run as a model of one's own would: the second network and the scaling that such a model adds,
 * at the size of a small one. @returns the manifest's file, in a folder that goes with this process
 */
export async function ownModelManifest(): Promise<string> {
  const bytes = await ensureModel(defaultModelDirectory());
  const folder = await mkdtemp(path.join(tmpdir(), 'semblance-capacity-'));
  await writeFile(path.join(folder, 'network.onnx'), bytes);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const manifest = {
    name: 'small-network',
    file: 'network.onnx',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    input: { side: networkSide, fit: 'squash', layout: 'nchw', channels: 'rgb', mean: [0, 0, 0], std: [1, 1, 1] },
    output: { name: 'block16.embedding', pooling: 'none', dimensions: layerShape.block16.embeddingLength },
    calibration: {
      version: 'none',
      knots: [
        [-1, 0],
        [1, 0.999],
      ],
    },
  };
  const file = path.join(folder, 'manifest.yaml');
  await writeFile(file, JSON.stringify(manifest));
  return file;
}
