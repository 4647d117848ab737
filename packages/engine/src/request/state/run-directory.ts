import { rmSync } from 'node:fs';
import { lstat, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isHeld, lockText, lockTouchMs } from './run-lock.ts';

/** A directory of one run of one engine, deleted at its end. */
export interface RunDirectory {
  readonly path: string;
  /** Deletes it with its content. */
  readonly close: () => Promise<void>;
  /** Like `close`, synchronously, for a process that exits now. */
  readonly abandon: () => void;
}

/** Place of a run's directory. */
export interface RunDirectoryOptions {
  /** An existing directory; runs of other engines may share it. */
  readonly parent: string;
  /** Prefix of the names of all such directories. */
  readonly prefix: string;
}

const lockName = 'lock';
/** Age from which a directory without a lock counts as abandoned instead of being created. */
const unlockedMs = 24 * 3_600_000;

/** Creates a directory for this run, readable by this user only, and deletes those left by ended runs, now and periodically. */
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
    // A disk failure surfaces where pictures are written and read; the next sweep retries.
  }
}

/** Deletes the directories of ended runs. Directories of other users and links are left alone. */
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
