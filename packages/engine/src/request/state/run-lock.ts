import { readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { hostname } from 'node:os';

/** What a lock file says: which process of which machine holds it. */
interface LockHolder {
  readonly host: string;
  readonly pid: number;
  /** Clock ticks from the machine's start to the process's; absent where the system does not tell. */
  readonly startedAt?: string;
}

/** How often a holder touches its lock. */
export const lockTouchMs = 30_000;
/** A lock of another machine (or container) that was not touched for so long is stale. */
const foreignLockMs = 20 * lockTouchMs;

/** The text of a lock held by this process. */
export function lockText(): string {
  const holder: LockHolder = { host: hostname(), pid: process.pid, ...startTicks(process.pid) };
  return JSON.stringify(holder);
}

/** Whether the holder of a lock file still runs. `undefined`: there is no lock that could be read. */
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

/** Number of the start time among the fields of `/proc/<pid>/stat` after the name, which may hold blanks (proc(5), field 22). */
const startTimeField = 19;

/** A process id is used again; together with the start time it names one process. */
function startTicks(pid: number): { readonly startedAt?: string } {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const startedAt = text.slice(text.lastIndexOf(')') + 2).split(' ')[startTimeField];
    return startedAt === undefined ? {} : { startedAt };
  } catch {
    return {};
  }
}
