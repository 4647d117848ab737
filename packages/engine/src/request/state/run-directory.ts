import { rmSync } from 'node:fs';
import { lstat, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isHeld, lockText, lockTouchMs } from './run-lock.ts';

/** A directory that belongs to one run of one engine and ends with it. */
export interface RunDirectory {
  readonly path: string;
  /** Deletes it with all it holds. */
  readonly close: () => Promise<void>;
  /** The same at once, for a process that ends now. */
  readonly abandon: () => void;
}

/** Where a run's directory lies. */
export interface RunDirectoryOptions {
  /** An existing directory; runs of other engines may share it. */
  readonly parent: string;
  /** What the names of all such directories begin with. */
  readonly prefix: string;
}

const lockName = 'lock';
/** A directory without a lock may be one that is just being made; after so long it is not. */
const unlockedMs = 24 * 3_600_000;

/**
 * Makes a directory for this run, readable by this user alone, and deletes those of runs that ended without doing so
 * themselves: now, and from time to time.
 */
export async function openRunDirectory(options: RunDirectoryOptions): Promise<RunDirectory> {
  await sweepRunDirectories(options);
  const directory = await mkdtemp(path.join(options.parent, options.prefix));
  const lockFile = path.join(directory, lockName);
  try {
    await writeFile(lockFile, lockText(), { mode: 0o600 });
  } catch (error) {
    await rm(directory, { recursive: true, force: true });
    throw error;
  }
  const timer = setInterval(() => void keepUp(lockFile, options), lockTouchMs).unref();
  return {
    path: directory,
    close: async () => {
      clearInterval(timer);
      await rm(directory, { recursive: true, force: true });
    },
    abandon: () => {
      clearInterval(timer);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function keepUp(lockFile: string, options: RunDirectoryOptions): Promise<void> {
  try {
    await utimes(lockFile, new Date(), new Date());
    await sweepRunDirectories(options);
  } catch {
    // A disk that fails shows where pictures are written and read; the next round tries again.
  }
}

/** Deletes the directories of runs that are over. Others' and links are left alone. */
export async function sweepRunDirectories({ parent, prefix }: RunDirectoryOptions): Promise<void> {
  const names = (await readdir(parent)).filter((name) => name.startsWith(prefix));
  for (const name of names) {
    const directory = path.join(parent, name);
    // Another engine may sweep at the same time.
    if (await isLeft(directory).catch(() => false)) await rm(directory, { recursive: true, force: true });
  }
}

async function isLeft(directory: string): Promise<boolean> {
  const facts = await lstat(directory);
  if (!facts.isDirectory() || facts.uid !== (process.getuid?.() ?? facts.uid)) return false;
  const held = await isHeld(path.join(directory, lockName));
  return held === undefined ? Date.now() - facts.mtimeMs > unlockedMs : !held;
}
