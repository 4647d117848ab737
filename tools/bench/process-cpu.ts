import { readFileSync, readdirSync } from 'node:fs';

const nanosecondsPerMs = 1e6;

/**
 * CPU time that the living threads of a process have used so far, milliseconds, in user and system mode together; Linux only (proc(5),
 * `/proc/pid/task/tid/schedstat`, whose first number is nanoseconds: `/proc/pid/stat` counts in hundredths of a second).
 */
export function cpuMsOf(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  return (
    threads.reduce((sum, thread) => sum + threadNanoseconds(`/proc/${pid}/task/${thread}/schedstat`), 0) /
    nanosecondsPerMs
  );
}

function threadNanoseconds(file: string): number {
  return Number(readFileSync(file, 'utf8').split(' ')[0]);
}
