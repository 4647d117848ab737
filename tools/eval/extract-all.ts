import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { FeatureSet } from '../../packages/engine/src/features/feature-set.ts';
import { openExtractor } from '../../packages/engine/src/model/open-extractor.ts';
import { featureVersion } from './feature-version.ts';
import { decodeRaster, readPicture } from './load-raster.ts';
import { picturesFor } from './pictures/picture-set.ts';
import type { PictureEntry, PictureSet, Purpose } from './pictures/picture-set.ts';
import { progressBar } from './progress-bar.ts';

export type FeaturesOf = (entry: PictureEntry) => FeatureSet;

function removeOlder(folder: string, ending: string): void {
  const older = readdirSync(folder).filter((name) => name.startsWith('features-of-') && name.endsWith(ending));
  for (const name of older) rmSync(path.join(folder, name));
}

/** Some pictures of one purpose. */
export interface Chosen {
  readonly set: PictureSet;
  readonly purpose: Purpose;
  /** Default: all of the purpose. */
  readonly entries?: readonly PictureEntry[];
}

async function extract({ set, entries = [] }: Chosen): Promise<Map<string, FeatureSet>> {
  const extractor = await openExtractor({ threads: 2 });
  const progress = progressBar();
  const features = new Map<string, FeatureSet>();
  for (const [done, entry] of entries.entries()) {
    features.set(entry.file, await extractor.extract(await decodeRaster(await readPicture(set, entry))));
    progress(done + 1, entries.length, 'features');
  }
  await extractor.release();
  return features;
}

/** Features of pictures of one purpose, kept beside the pictures until the model or the code changes. */
export async function extractAll({ set, purpose, entries = picturesFor(set, purpose) }: Chosen): Promise<FeaturesOf> {
  const named = (what: string): string => path.join(set.folder, `features-of-${featureVersion()}-${what}.bin`);
  const isWhole = entries.length === picturesFor(set, purpose).length || existsSync(named(purpose));
  const what = isWhole ? purpose : `${entries.length}-${purpose}`;
  const file = named(what);
  let features: Map<string, FeatureSet>;
  if (existsSync(file)) {
    features = deserialize(readFileSync(file)) as Map<string, FeatureSet>;
  } else {
    features = await extract({ set, purpose, entries });
    removeOlder(set.folder, `-${what}.bin`);
    writeFileSync(file, serialize(features));
  }
  return (entry) => {
    const found = features.get(entry.file);
    if (found === undefined) throw new Error(`${entry.file} has no features: it has another purpose`);
    return found;
  };
}
