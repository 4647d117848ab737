import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { FeatureSet } from '../src/features/feature-set.ts';
import { modelSha256 } from '../src/model/model-identity.ts';
import { openExtractor } from '../src/model/open-extractor.ts';
import { decodeRaster, readPicture } from './load-raster.ts';
import { picturesFor, type PictureEntry, type PictureSet, type Purpose } from './pictures/picture-set.ts';
import { progressBar } from './progress-bar.ts';

export type FeaturesOf = (entry: PictureEntry) => FeatureSet;

/** Everything that decides what features a picture has. */
const featureSources = [
  '../src/features',
  '../src/model/open-extractor.ts',
  '../src/model/open-network.ts',
  'load-raster.ts',
];

const filesOf = (place: string): string[] =>
  statSync(place).isDirectory()
    ? readdirSync(place, { recursive: true, encoding: 'utf8' }).map((name) => path.join(place, name))
    : [place];

/** Names the model and the code of the features: features of other code are extracted again, never mixed in. */
function featureVersion(): string {
  const hash = createHash('sha256').update(modelSha256);
  const files = featureSources
    .flatMap((place) => filesOf(path.join(import.meta.dirname, place)))
    .filter((file) => statSync(file).isFile() && !file.endsWith('.test.ts'))
    .toSorted();
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}

function removeOlder(folder: string, purpose: Purpose): void {
  const older = readdirSync(folder).filter(
    (name) => name.startsWith('features-of-') && name.endsWith(`-${purpose}.bin`),
  );
  for (const name of older) rmSync(path.join(folder, name));
}

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

/** Features of every picture of one purpose, kept beside the pictures until the model or the code changes. */
export async function extractAll(set: PictureSet, purpose: Purpose): Promise<FeaturesOf> {
  const entries = picturesFor(set, purpose);
  const file = path.join(set.folder, `features-of-${featureVersion()}-${purpose}.bin`);
  let features: Map<string, FeatureSet>;
  if (existsSync(file)) {
    features = deserialize(readFileSync(file)) as Map<string, FeatureSet>;
  } else {
    features = await extract(set, entries);
    removeOlder(set.folder, purpose);
    writeFileSync(file, serialize(features));
  }
  return (entry) => {
    const found = features.get(entry.file);
    if (found === undefined) throw new Error(`${entry.file} has no features: it has another purpose`);
    return found;
  };
}
