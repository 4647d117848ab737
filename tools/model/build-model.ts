import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { integerModel } from './integer-model.ts';
import { shippedModelFolder } from './read-tfjs-graph.ts';
import { modelFileName, modelSha256 } from '../../packages/engine/src/model/model-identity.ts';

/** The notices that the MIT licence asks to keep with the weights: the package's, and the author's word for the weights. */
async function notices(shippedPackage: string): Promise<string> {
  const licence = await readFile(path.join(shippedPackage, 'LICENSE'), 'utf8');
  return [
    `${modelFileName} is derived from the network "mobilenet_v2_mid" of the npm package nsfwjs 4.4.0,`,
    'converted to ONNX and cut after block 16. Licence of that package:',
    '',
    licence.trim(),
    '',
    'The weights were trained by Gant Laborde (GantMan/nsfw_model), who licenses them under MIT:',
    '',
    licence.trim().replace(/Copyright \(c\).*/, 'Copyright (c) 2020 Gant Laborde'),
    '',
  ].join('\n');
}

/** Bytes of the network, checked: throws when the checksum is not the known one. */
export async function convertShippedModel(): Promise<Uint8Array> {
  const bytes = await integerModel();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== modelSha256) {
    throw new Error(
      `the converted model has SHA-256 ${sha256}, expected ${modelSha256}: nsfwjs, the scales, the projections or the converter changed`,
    );
  }
  return bytes;
}

/**
 * Writes the converted network and its notices into `directory`. Each file appears by rename, so a reader never sees
 * half of one, and two processes may build at once.
 */
export async function buildModel(directory: string): Promise<void> {
  const shippedPackage = path.resolve(shippedModelFolder(), '../../..');
  await mkdir(directory, { recursive: true });
  await writeAtomically(path.join(directory, 'LICENSE-weights.txt'), await notices(shippedPackage));
  await writeAtomically(path.join(directory, modelFileName), await convertShippedModel());
}

async function writeAtomically(file: string, content: Uint8Array | string): Promise<void> {
  const draft = `${file}.${randomUUID()}.draft`;
  try {
    await writeFile(draft, content);
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}
