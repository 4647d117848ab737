import { createHash } from 'node:crypto';
import type { Raster } from '../../packages/engine/src/raster.ts';
import { findPart } from '../../packages/engine/src/score/part/find-part.ts';
import type { FoundPart } from '../../packages/engine/src/score/part/part-evidence.ts';
import { soughtParts } from '../../packages/engine/src/score/part/part-gate.ts';
import type { SoughtParts } from '../../packages/engine/src/score/part/part-evidence.ts';
import type { FeaturesOf } from './extract-all.ts';
import { hashOfSources } from './feature-version.ts';
import { keptInFile } from './keep-in-file.ts';
import { decodeRaster, readPicture } from './load-raster.ts';
import type { MeasuredPair } from './pair-evidence.ts';
import type { PictureEntry, PictureSet, Purpose } from './pictures/picture-set.ts';
import { progressBar } from './progress-bar.ts';

/** Small pictures that are kept decoded, a quarter of a megabyte each. */
const keptRasters = 1500;

/** Decodes small pictures, and keeps the last ones. */
export function rasterReader(set: PictureSet): (entry: PictureEntry) => Promise<Raster> {
  const kept = new Map<string, Raster>();
  return async (entry) => {
    const raster = kept.get(entry.file) ?? (await decodeRaster(await readPicture(set, entry)));
    kept.delete(entry.file);
    kept.set(entry.file, raster);
    const [oldest] = kept.keys();
    if (kept.size > keptRasters && oldest !== undefined) kept.delete(oldest);
    return raster;
  };
}

interface PartRun {
  readonly set: PictureSet;
  readonly purpose: Purpose;
  readonly featuresOf: FeaturesOf;
}

interface Searched {
  readonly pair: MeasuredPair;
  readonly sought: SoughtParts;
}

/** What of one picture is found within the other. */
export interface PairPart {
  /** Undefined where nothing is found. */
  readonly part: FoundPart | undefined;
}

async function search({ set }: PartRun, searched: readonly Searched[]): Promise<PairPart[]> {
  const [rasterOf, progress] = [rasterReader(set), progressBar()];
  const parts: PairPart[] = [];
  for (const [done, { pair, sought }] of searched.entries()) {
    parts.push({ part: findPart(await rasterOf(pair.first), await rasterOf(pair.second), sought) });
    progress(done + 1, searched.length, 'pairs searched for a part');
  }
  return parts;
}

/**
 * What is found in each pair that calls for a search, in the order of the pairs; kept until the code that finds it changes.
 * @returns  undefined for pairs that are not searched.
 */
export async function findParts(run: PartRun, pairs: readonly MeasuredPair[]): Promise<(PairPart | undefined)[]> {
  const searched = pairs.flatMap((pair): Searched[] => {
    const sought = soughtParts([run.featuresOf(pair.first), run.featuresOf(pair.second)], pair.comparison);
    return sought === undefined ? [] : [{ pair, sought }];
  });
  const names = searched.map(({ pair, sought }) => `${pair.first.file} ${pair.second.file} ${JSON.stringify(sought)}`);
  const version = hashOfSources(
    ['../../packages/engine/src/score/part', '../../packages/engine/src/features', 'load-raster.ts'],
    createHash('sha256').update(names.join()).digest('hex'),
  );
  const kept = { folder: run.set.folder, name: `parts-${run.purpose}-${pairs.length}`, version };
  const found = await keptInFile(kept, () => search(run, searched));
  const partOf = new Map(searched.map(({ pair }, at) => [pair, found[at]]));
  return pairs.map((pair) => partOf.get(pair));
}
