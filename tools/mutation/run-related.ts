import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';

/** What the tests made of a mutation. */
export type MutationResult = 'noticed' | 'survived' | 'never run' | 'timed out';

interface RelatedRun {
  /** The package's folder. */
  readonly folder: string;
  /** The changed file, absolute. */
  readonly file: string;
  /** Patterns of tests that are left out. */
  readonly exclude: readonly string[];
}

/** A mutation that makes a loop endless is noticed as well, later. */
const patienceMs = 120_000;

/** Runs the tests that import a file, directly or through others, until the first fails. */
export async function runRelated({ folder, file, exclude }: RelatedRun): Promise<MutationResult> {
  const left = exclude.flatMap((pattern) => ['--exclude', pattern]);
  const parameters = ['vitest', 'related', file, '--run', '--bail=1', '--reporter=dot', ...left];
  const run = spawn('npx', parameters, { cwd: folder, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [run.stdout, run.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    if (run.pid !== undefined) process.kill(-run.pid, 'SIGKILL');
  }, patienceMs);
  const [code] = (await once(run, 'close')) as [number | null];
  clearTimeout(timer);
  if (late) return 'timed out';
  if (output.includes('No test files found')) return 'never run';
  return code === 0 ? 'survived' : 'noticed';
}
