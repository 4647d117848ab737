import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { median } from './median.ts';

const run = promisify(execFile);

/** Milliseconds to import each package in a fresh process; medians, measured in turn. */
export async function importTimes(names: readonly string[], rounds: number): Promise<Map<string, number>> {
  const times = new Map<string, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const script = `const s = performance.now(); await import('${name}'); console.log(performance.now() - s);`;
      const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], {
        cwd: join(import.meta.dirname, '..'),
      });
      times.get(name)?.push(Number(stdout));
    }
  }
  return new Map([...times].map(([name, list]) => [name, median(list)]));
}
