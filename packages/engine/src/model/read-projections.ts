import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Projection, Projections } from '../features/embedding.ts';
import { layerNames, type LayerName } from '../features/embedding-network.ts';
import { readHalfFloats } from './half-floats.ts';

interface Manifest {
  readonly file: string;
  readonly layers: readonly { readonly name: LayerName; readonly inputLength: number; readonly outputLength: number }[];
}

/**
 * Reads the learned projections: for each layer of the manifest, in order, the mean, then the matrix row by row.
 * @param folder  holds `projections.json` and the file it names.
 */
export async function readProjections(folder: string): Promise<Projections> {
  const manifest = JSON.parse(await readFile(path.join(folder, 'projections.json'), 'utf8')) as Manifest;
  const values = readHalfFloats(await readFile(path.join(folder, manifest.file)));
  const read = new Map<LayerName, Projection>();
  let offset = 0;
  for (const { name, inputLength, outputLength } of manifest.layers) {
    const start = offset + inputLength;
    const end = start + inputLength * outputLength;
    read.set(name, { inputLength, outputLength, mean: values.slice(offset, start), matrix: values.slice(start, end) });
    offset = end;
  }
  if (offset !== values.length)
    throw new Error(`${manifest.file} holds ${values.length} values, its manifest names ${offset}`);
  return Object.fromEntries(layerNames.map((name) => [name, required(read, name)])) as unknown as Projections;
}

function required(read: ReadonlyMap<LayerName, Projection>, name: LayerName): Projection {
  const projection = read.get(name);
  if (projection === undefined) throw new Error(`projections.json lacks layer ${name}`);
  return projection;
}
