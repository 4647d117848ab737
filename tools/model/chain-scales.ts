import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ChainScales } from './map-code.ts';

/**
 * Reads the measured scales of maps.
 * @param folder  holds `chain-scales.json`.
 */
export async function readChainScales(folder: string): Promise<ChainScales> {
  const { scales } = JSON.parse(await readFile(path.join(folder, 'chain-scales.json'), 'utf8')) as {
    readonly scales: ChainScales;
  };
  return scales;
}
