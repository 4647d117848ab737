import { readFileSync } from 'node:fs';

/** Linux counts CPU time in hundredths of a second (proc(5), `sysconf(_SC_CLK_TCK)`). */
const millisecondsPerTick = 10;

/** CPU time a process has used so far, of all its threads, in user and system mode together; Linux only. */
export function cpuMsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  // State is field 3 of the manual; user and system time are fields 14 and 15.
  return (Number(fields[11]) + Number(fields[12])) * millisecondsPerTick;
}
