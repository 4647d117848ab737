import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { FeatureSet } from '../src/features/feature-set.ts';
import { modelSha256 } from '../src/model/model-identity.ts';
import { openExtractor } from '../src/model/open-extractor.ts';
import { decodeRaster, readPicture } from './load-raster.ts';
import { picturesFor, type PictureEntry, type PictureSet, type Purpose } from './pictures/picture-set.ts';
import { progressBar } from './progress-bar.ts';

export type FeaturesOf = (entry: PictureEntry) => FeatureSet;

/** Changes whenever features change for another reason than the model file. */
const featureVersion = 'features-1';

async function extract(set: PictureSet, entries: readonly PictureEntry[]): Promise<Map<string, FeatureSet>> {
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

/** Features of every picture of one purpose, kept beside the pictures until the model changes. */
export async function extractAll(set: PictureSet, purpose: Purpose): Promise<FeaturesOf> {
  const entries = picturesFor(set, purpose);
  const file = path.join(set.folder, `${featureVersion}-${modelSha256.slice(0, 12)}-${purpose}.bin`);
  let features: Map<string, FeatureSet>;
  if (existsSync(file)) {
    features = deserialize(readFileSync(file)) as Map<string, FeatureSet>;
  } else {
    features = await extract(set, entries);
    writeFileSync(file, serialize(features));
  }
  return (entry) => {
    const found = features.get(entry.file);
    if (found === undefined) throw new Error(`${entry.file} has no features: it has another purpose`);
    return found;
  };
}
