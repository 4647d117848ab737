import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { modelFileName, modelSha256 } from './model-identity.ts';
import { packageFolder } from './package-folder.ts';

/** The network could not be opened; the message says what to do. */
export class ModelUnavailableError extends Error {
  override readonly name = 'ModelUnavailableError';
}

async function readIfThere(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Converts the network in a checkout; a published package ships the converted file instead. */
async function buildHere(directory: string): Promise<void> {
  try {
    const file = path.join(packageFolder(), '../../tools/model/build-model.ts');
    const converter = (await import(pathToFileURL(file).href)) as {
      readonly buildModel: (directory: string) => Promise<void>;
    };
    await converter.buildModel(directory);
  } catch (error) {
    throw new ModelUnavailableError(
      `The similarity model ${path.join(directory, modelFileName)} is missing and could not be built here. ` +
        'In a checkout run "npm ci", then "npm run build:model -w packages/engine"; an installed package ships the file, so install it again.',
      { cause: error },
    );
  }
}

/**
 * Bytes of the default network, checked against the known checksum. In a checkout the first call converts it from the
 * installed development dependency and keeps it in `directory`; nothing is ever downloaded.
 * @failure ModelUnavailableError when the file is missing, cannot be built, or is not the expected one.
 */
export async function ensureModel(directory: string): Promise<Uint8Array> {
  const file = path.join(directory, modelFileName);
  let bytes = await readIfThere(file);
  if (bytes === undefined || sha256(bytes) !== modelSha256) {
    await buildHere(directory);
    bytes = await readIfThere(file);
  }
  if (bytes === undefined || sha256(bytes) !== modelSha256) {
    throw new ModelUnavailableError(
      `${file} is not the expected model: its checksum differs. Delete it and run "npm run build:model -w packages/engine".`,
    );
  }
  return bytes;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
