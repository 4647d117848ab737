import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { checkPicture } from '@semblance/picture';
import { libvipsDecoder } from '../../packages/engine/src/ingest/libvips-decoder.ts';
import { decodeDetail as decode } from '../../packages/engine/src/workers/analyser/decode-detail.ts';
import type { LumaPlane, Raster } from '../../packages/engine/src/raster.ts';
import { measureDifference } from '../../packages/engine/src/score/difference/difference.ts';
import { opensGate } from '../../packages/engine/src/score/difference/gate.ts';
import type { MeasuredDifference } from '../../packages/engine/src/score/difference/difference-evidence.ts';
import type { FeaturesOf } from './extract-all.ts';
import { featureVersion, hashOfSources } from './feature-version.ts';
import { decodeRaster, readPicture } from './load-raster.ts';
import type { MeasuredPair } from './pair-evidence.ts';
import type { PictureEntry, PictureSet, Purpose } from './pictures/picture-set.ts';
import { progressBar } from './progress-bar.ts';

/** What laying the pictures of a pair over each other shows; undefined below the gate. */
export type DifferenceOf = (pair: MeasuredPair) => MeasuredDifference | undefined;

/** Everything that decides what is measured. */
const sources = [
  'score',
  'ingest/decode.ts',
  'ingest/render.ts',
  'ingest/jpeg',
  'ingest/portable/jpeg',
  'workers/analyser/decode-detail.ts',
].map((place) => `../../packages/engine/src/${place}`);
/** What only reads the measurement. */
const readingOnly =
  /(\/(explain|part)\/.*|rules?|fuse|calibration|verdict|chances|notes|weights|swap-difference|difference-evidence|article|article-ceilings|free-thing|replaced-place|shared-frames|other-ground|judge-reversed|agree-in-views|found-apart)\.(ts|json|wat)$/;

/** Decoded pictures that are kept, about half a megabyte each. */
const keptPictures = 800;

/** A picture as it is laid over another. */
interface Shown {
  readonly detail: LumaPlane;
  readonly colours: Raster;
}

async function show(set: PictureSet, entry: PictureEntry): Promise<Shown> {
  const bytes = await readPicture(set, entry);
  const check = checkPicture(bytes, { which: 'primary', pixelRange: { minPixels: 1, maxPixels: 16_384 } });
  if (!check.ok) throw new Error(`${entry.file}: ${check.detail.en}`);
  const decoded = await decode(libvipsDecoder, { bytes, header: check.header });
  if (!decoded.ok) throw new Error(`${entry.file} cannot be decoded`);
  return { detail: decoded.value, colours: await decodeRaster(bytes) };
}

/** Decodes pictures, and keeps the last ones. */
function pictureReader(set: PictureSet): (entry: PictureEntry) => Promise<Shown> {
  const kept = new Map<string, Shown>();
  return async (entry) => {
    const shown = kept.get(entry.file) ?? (await show(set, entry));
    kept.delete(entry.file);
    kept.set(entry.file, shown);
    const [oldest] = kept.keys();
    if (kept.size > keptPictures && oldest !== undefined) kept.delete(oldest);
    return shown;
  };
}

const keyOf = ({ first, second }: Pick<MeasuredPair, 'first' | 'second'>): string => `${first.file} ${second.file}`;

interface DifferenceRun {
  readonly set: PictureSet;
  readonly purpose: Purpose;
  readonly featuresOf: FeaturesOf;
}

async function measure(
  { set, featuresOf }: DifferenceRun,
  gated: readonly MeasuredPair[],
): Promise<Map<string, MeasuredDifference>> {
  const shownOf = pictureReader(set);
  const progress = progressBar();
  const differences = new Map<string, MeasuredDifference>();
  for (const [done, pair] of gated.entries()) {
    const [first, second] = [await shownOf(pair.first), await shownOf(pair.second)];
    const difference = measureDifference({
      features: [featuresOf(pair.first), featuresOf(pair.second)],
      details: [first.detail, second.detail],
      colours: [first.colours, second.colours],
    });
    if (difference !== undefined) differences.set(keyOf(pair), difference);
    progress(done + 1, gated.length, 'pairs laid over each other');
  }
  return differences;
}

/** Lays all pairs over each other that reach the gate, and keeps the results until code that makes them changes. */
export async function measureDifferences(run: DifferenceRun, pairs: readonly MeasuredPair[]): Promise<DifferenceOf> {
  const code = hashOfSources(sources, featureVersion(), readingOnly);
  const gated = pairs.filter(({ comparison }) => opensGate(comparison.score));
  const names = createHash('sha256').update(gated.map(keyOf).join()).digest('hex').slice(0, 8);
  const { folder } = run.set;
  const file = path.join(folder, `differences-of-${code}-${run.purpose}-${names}.bin`);
  if (!existsSync(file)) {
    const differences = await measure(run, gated);
    for (const name of readdirSync(folder))
      if (name.startsWith('differences-of-') && name.includes(`-${run.purpose}-`)) rmSync(path.join(folder, name));
    writeFileSync(file, serialize(differences));
  }
  const differences = deserialize(readFileSync(file)) as Map<string, MeasuredDifference>;
  return (pair) => differences.get(keyOf(pair));
}
