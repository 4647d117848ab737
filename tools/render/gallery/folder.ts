import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The folder of the examples. */
export const examplesFolder: string = join(import.meta.dirname, '..', '..', '..', 'examples');

/** Writes a file below the examples, with the folders it needs. */
export async function writeExample(name: string, content: Uint8Array | string): Promise<void> {
  const path = join(examplesFolder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

/** Reads a file below the examples. */
export async function readExample(name: string): Promise<Uint8Array> {
  return readFile(join(examplesFolder, name));
}
