import { randomUUID } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from '../make-folder.ts';
import type { AnalysedPicture, AnalysisTask } from './analyser.ts';
import { fromEntry, toEntry } from './feature-entry.ts';
import { entryName } from './picture-digest.ts';

/** Place and size of the cache. */
export interface FeatureCacheOptions {
  readonly directory: string;
  readonly maxEntries: number;
  /** Names model and features; entries made under another version are not found. */
  readonly version: string;
  /** Called with entries that were damaged; they are deleted and made anew. */
  readonly onDamage: (cause: unknown) => void;
}

/** Analysed pictures on disk, by the digest of the file's bytes. Every method throws when the disk fails. */
export interface FeatureCache {
  readonly get: (task: AnalysisTask) => Promise<AnalysedPicture | undefined>;
  /** Keeps a picture, unless its features have shapes that the layout of entries does not know; a failed write leaves nothing behind. */
  readonly put: (task: AnalysisTask, picture: AnalysedPicture) => Promise<void>;
}

const suffix = '.features';
const draftSuffix = '.draft';

/** Age from which a draft counts as left behind by a process that ended while writing. */
const draftLifeMs = 60_000;

/** Share of the entries that is evicted when the disk is full. */
const reliefShare = 0.1;

/** Opens a cache. A directory that cannot be used shows at the first access, so that an engine still starts. */
export function openFeatureCache(options: FeatureCacheOptions): FeatureCache {
  const { directory, maxEntries, version, onDamage } = options;
  // Entries left by an earlier process are looked over at the first put, then after every tenth of the bound.
  let putsUntilEviction = 1;
  const fileOf = (name: string): string => path.join(directory, name + suffix);
  return {
    get: async (task) => {
      const name = entryName(version, task);
      const file = fileOf(name);
      const entry = await readFile(file).catch(absent);
      if (entry === undefined) return undefined;
      const picture = fromEntry({ name }, entry);
      if (picture === undefined) {
        onDamage(new Error(`a cached entry was damaged: ${path.basename(file)}`));
        await rm(file, { force: true, recursive: true });
        return undefined;
      }
      const now = new Date();
      await utimes(file, now, now).catch(absent);
      return picture;
    },
    put: async (task, picture) => {
      const name = entryName(version, task);
      const entry = toEntry({ name }, picture);
      if (entry === undefined) return;
      await makeFolder(directory);
      const file = fileOf(name);
      await writeEntry(file, entry).catch(async (error: unknown) => {
        if (!isDiskFull(error)) throw error;
        await evict(directory, (count) => Math.ceil(count * reliefShare));
        await writeEntry(file, entry);
      });
      putsUntilEviction -= 1;
      if (putsUntilEviction > 0) return;
      putsUntilEviction = Math.max(1, Math.floor(maxEntries / 10));
      await evict(directory, (count) => count - maxEntries);
    },
  };
}

/** Two puts of one picture write drafts of their own; whichever is renamed last stays. */
async function writeEntry(file: string, entry: Buffer): Promise<void> {
  const draft = `${file}.${randomUUID()}${draftSuffix}`;
  try {
    await writeFile(draft, entry, { mode: 0o600, flag: 'wx' });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

function isDiskFull(error: unknown): boolean {
  return hasCode(error, 'ENOSPC', 'EDQUOT');
}

/** Another process may have evicted the entry meanwhile. */
function absent(error: unknown): undefined {
  if (hasCode(error, 'ENOENT')) return undefined;
  throw error;
}

/** Removes drafts nobody writes any more, and as many of the least recently used entries as `surplus` says. */
async function evict(directory: string, surplus: (entries: number) => number): Promise<void> {
  const names = (await readdir(directory)).filter((name) => name.endsWith(suffix) || name.endsWith(draftSuffix));
  const files = await Promise.all(names.map((name) => aged(path.join(directory, name))));
  const isAbandoned = ({ file, usedAtMs }: AgedFile): boolean =>
    file.endsWith(draftSuffix) && Math.abs(Date.now() - usedAtMs) > draftLifeMs;
  const entries = files.filter(({ file }) => file.endsWith(suffix));
  entries.sort((left, right) => left.usedAtMs - right.usedAtMs);
  const doomed = [...files.filter(isAbandoned), ...entries.slice(0, Math.max(0, surplus(entries.length)))];
  await Promise.all(doomed.map(({ file }) => rm(file, { force: true, recursive: true })));
}

interface AgedFile {
  readonly file: string;
  readonly usedAtMs: number;
}

/** A file with the time of its last use; one that has gone meanwhile counts as the oldest. */
async function aged(file: string): Promise<AgedFile> {
  return { file, usedAtMs: (await stat(file).catch(absent))?.mtimeMs ?? 0 };
}
