import { readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { hostname } from 'node:os';

/** Content of a lock file: the process and machine that hold it. */
interface LockHolder {
  readonly host: string;
  readonly pid: number;
  /** Start time of the process in clock ticks since boot; absent on systems without it. */
  readonly startedAt?: string;
}

/** Interval at which a holder touches its lock. */
export const lockTouchMs = 30_000;
/** Age at which an untouched lock of another machine (or container) is stale. */
const foreignLockMs = 20 * lockTouchMs;

/** The text of a lock held by this process. */
export function lockText(): string {
  const holder: LockHolder = { host: hostname(), pid: process.pid, ...startTicks(process.pid) };
  return JSON.stringify(holder);
}

/** Whether the holder of a lock file still runs; `undefined` without a readable lock. */
export async function isHeld(lockFile: string): Promise<boolean | undefined> {
  const holder = await readHolder(lockFile);
  if (holder === undefined) return undefined;
  if (holder.host !== hostname()) return Date.now() - (await stat(lockFile)).mtimeMs < foreignLockMs;
  return isAlive(holder.pid) && startTicks(holder.pid).startedAt === holder.startedAt;
}

async function readHolder(lockFile: string): Promise<LockHolder | undefined> {
  try {
    const holder = JSON.parse(await readFile(lockFile, 'utf8')) as Partial<LockHolder> | null;
    if (typeof holder?.host !== 'string' || !Number.isInteger(holder.pid)) return undefined;
    return holder as LockHolder;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Index of the start time among the fields of `/proc/<pid>/stat` after the name, which may contain blanks (proc(5), field 22). */
const startTimeField = 19;

/** The start time of a process, which with its reusable id identifies it. */
function startTicks(pid: number): { readonly startedAt?: string } {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const startedAt = text.slice(text.lastIndexOf(')') + 2).split(' ')[startTimeField];
    return startedAt === undefined ? {} : { startedAt };
  } catch {
    return {};
  }
}
