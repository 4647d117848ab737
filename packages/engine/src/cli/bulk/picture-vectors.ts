import { Readable } from 'node:stream';
import type { ServiceType } from '@semblance/spec/limits';
import type { AnalysedPicture } from '../../compare/analyser.ts';
import type { FeatureCache } from '../../compare/feature-cache.ts';
import type { LocalWorkers } from './local-comparer.ts';
import type { PairProblem } from './read-picture-file.ts';
import { checkFile, fileUnreadable, readBounded } from './read-picture-file.ts';

/** Pictures as points in space: the nearer two of them, the more alike they may be. */
export interface PictureVectors {
  /** Files, as they were named. */
  readonly files: readonly string[];
  /** Numbers a picture. */
  readonly length: number;
  /** Of unit length, one after another. */
  readonly values: Float32Array;
}

/** What vectors are made with. */
export interface VectorOptions {
  readonly workers: LocalWorkers;
  readonly serviceType: ServiceType;
  /** The cache the workers keep features in. */
  readonly cache: FeatureCache;
  /** Name of the profile, as the workers know it. */
  readonly profile: string;
  readonly onDone: (how: 'compared' | 'failed') => void;
  /** Hears of every file that is no picture, or one that cannot be used. */
  readonly onProblem: (file: string, problem: PairProblem) => void;
}

/** Has the features of every file made once: a worker compares it with itself, which leaves them in the cache. */
export async function pictureVectors(files: readonly string[], options: VectorOptions): Promise<PictureVectors> {
  const found: (Float32Array | undefined)[] = files.map(() => undefined);
  const one = async (at: number): Promise<void> => {
    const file = files[at] ?? '';
    const made = await vectorOf(file, options);
    if (made instanceof Float32Array) found[at] = made;
    else options.onProblem(file, made);
    options.onDone(made instanceof Float32Array ? 'compared' : 'failed');
  };
  await Readable.from(files.keys()).forEach(one, { concurrency: options.workers.concurrency });
  const kept = [...files.keys()].filter((at) => found[at] !== undefined);
  const length = found[kept[0] ?? 0]?.length ?? 0;
  const values = new Float32Array(kept.length * length);
  for (const [row, at] of kept.entries()) values.set(found[at] ?? [], row * length);
  return { files: kept.map((at) => files[at] ?? ''), length, values };
}

async function vectorOf(
  file: string,
  { workers, serviceType, cache, profile }: VectorOptions,
): Promise<Float32Array | PairProblem> {
  const outcome = await workers.compare({ primaryPath: file, secondaryPath: file }, serviceType);
  if ('errorCode' in outcome) return outcome;
  const bytes = await readBounded(file);
  if (!bytes.ok) return changed(file);
  const checked = checkFile(file, bytes.value, { which: 'primary', serviceType });
  if (!checked.ok) return changed(file);
  const picture = await cache.get({ ...checked.value, profile });
  return picture === undefined ? changed(file) : vectorIn(picture);
}

function changed(file: string): PairProblem {
  return {
    errorCode: fileUnreadable,
    errorMessage: `${file} was changed while it was read. Run the command again.`,
  };
}

/**
 * A custom model's embedding; of the built-in profile its three embeddings together, so that the product of two vectors is the mean of
 * their cosines. Of a picture with several views the first stands for it.
 */
function vectorIn({ views: [{ features }] }: AnalysedPicture): Float32Array {
  if ('embedding' in features) return features.embedding;
  const parts = Object.values(features.embeddings);
  const vector = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  const share = 1 / Math.sqrt(parts.length);
  let at = 0;
  for (const part of parts) for (const value of part) vector[at++] = value * share;
  return vector;
}
