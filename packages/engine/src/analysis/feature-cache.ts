import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { AnalysedPicture, AnalysisTask } from './analyser.ts';

/** Where and how much is kept. */
export interface FeatureCacheOptions {
  readonly directory: string;
  readonly maxEntries: number;
  /** Names model and features; entries made under another version are not found. */
  readonly version: string;
}

/** Analysed pictures on disk, by the digest of the file's bytes. Every method throws when the disk fails or an entry is damaged. */
export interface FeatureCache {
  readonly get: (task: AnalysisTask) => Promise<AnalysedPicture | undefined>;
  readonly put: (task: AnalysisTask, picture: AnalysedPicture) => Promise<void>;
}

const digestBytes = 32;
const suffix = '.features';

/** Opens a cache. A directory that cannot be used shows at the first access, so that an engine still starts. */
export function openFeatureCache({ directory, maxEntries, version }: FeatureCacheOptions): FeatureCache {
  let puts = 0;
  const fileOf = ({ bytes, profile }: AnalysisTask): string => {
    const digest = createHash('sha256').update(`${version}\0${profile}\0`).update(bytes).digest('hex');
    return path.join(directory, digest + suffix);
  };
  return {
    get: async (task) => {
      const file = fileOf(task);
      const entry = await readFile(file).catch(absent);
      if (entry === undefined) return undefined;
      const content = entry.subarray(digestBytes);
      if (!sha256(content).equals(entry.subarray(0, digestBytes))) throw new Error('a cached entry is damaged');
      const now = new Date();
      await utimes(file, now, now);
      return deserialize(content) as AnalysedPicture;
    },
    put: async (task, picture) => {
      const file = fileOf(task);
      await mkdir(directory, { recursive: true });
      const content = serialize(picture);
      const draft = `${file}.${process.pid}.${puts}`;
      await writeFile(draft, Buffer.concat([sha256(content), content]), { mode: 0o600 });
      await rename(draft, file);
      puts += 1;
      // Looking the whole directory over costs more than a few entries too many.
      if (puts % Math.max(1, Math.floor(maxEntries / 10)) === 0) await evict(directory, maxEntries);
    },
  };
}

function sha256(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}

function absent(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}

/** Removes the least recently used entries beyond the bound. */
async function evict(directory: string, maxEntries: number): Promise<void> {
  const names = (await readdir(directory)).filter((name) => name.endsWith(suffix));
  if (names.length <= maxEntries) return;
  const files = names.map((name) => path.join(directory, name));
  const aged = await Promise.all(files.map(async (file) => ({ file, usedAtMs: (await stat(file)).mtimeMs })));
  aged.sort((left, right) => left.usedAtMs - right.usedAtMs);
  await Promise.all(aged.slice(0, names.length - maxEntries).map(({ file }) => rm(file, { force: true })));
}
