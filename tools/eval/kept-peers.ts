import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { MethodResult, ServiceTypeScores } from './evaluation-file.ts';

/** What was measured of the other methods, as `evaluation.json` holds it. */
export interface KeptPeers {
  readonly results: readonly MethodResult[];
  readonly areas: ServiceTypeScores['areas'];
}

/**
 * The other methods' figures of the last whole run. They hold as long as pictures, pairs and peers are the same, which no
 * change of the score touches.
 */
export async function keptPeers(folder: string): Promise<KeptPeers> {
  const evaluation = JSON.parse(await readFile(path.join(folder, 'evaluation.json'), 'utf8')) as {
    readonly results: KeptPeers['results'];
    readonly serviceTypes: { readonly areas: KeptPeers['areas'] };
  };
  return { results: evaluation.results.slice(1), areas: evaluation.serviceTypes.areas.slice(1) };
}
