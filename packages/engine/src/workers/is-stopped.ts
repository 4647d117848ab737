import { readFileSync } from 'node:fs';

/**
 * Whether a process was stopped (`SIGSTOP`, a debugger): it then holds its job without working on it. Known on Linux only (proc(5), the
 * third field of `/proc/<pid>/stat`); elsewhere nothing counts as stopped.
 */
export function isStopped(pid: number | undefined): boolean {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return /^[tT]/.test(text.slice(text.lastIndexOf(')') + 2));
  } catch {
    return false;
  }
}
