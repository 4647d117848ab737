import { readPictureHeader } from '@semblance/picture';
import { afterEach } from 'vitest';
import type { Patience } from '../../../src/compare/patience.ts';
import { WorkerPool } from '../../../src/workers/worker-pool.ts';
import type { PoolOptions } from '../../../src/workers/worker-pool.ts';
import type { ComparisonTask } from '../../../src/compare/comparison-task.ts';
import { ppm } from './pictures.ts';
import { scriptedAnalyser } from './test-engine.ts';

const pools: WorkerPool[] = [];
afterEach(() => {
  for (const pool of pools.splice(0)) pool.close();
});

/** A pool of scripted workers that ends with its test. */
export async function openPool(changes: Partial<PoolOptions> = {}): Promise<WorkerPool> {
  const pool = new WorkerPool({
    workers: 1,
    settings: { threads: 1, analyserModule: scriptedAnalyser, profiles: [], memoryBytes: 0 },
    onStderr: () => undefined,
    queueLength: 4,
    answerMs: 2000,
    budgetMs: 1000,
    maxResidentBytes: Number.POSITIVE_INFINITY,
    ...changes,
  });
  pools.push(pool);
  await pool.settled();
  return pool;
}

function checked(width: number, level: number): ComparisonTask['pair']['primary'] {
  return picture(ppm(width, 100, level));
}

/** A picture whose header has been checked. */
export function picture(bytes: Uint8Array): ComparisonTask['pair']['primary'] {
  const reading = readPictureHeader(bytes);
  if (reading.kind !== 'picture') throw new Error('the test picture is none');
  return { bytes, header: reading.header };
}

/** A comparison whose first picture has a width that the scripted analyser knows. */
export function task(width: number, level = 0): ComparisonTask {
  const pair = { primary: checked(width, level), secondary: checked(133, 7) };
  return { pair, profile: 'default', serviceType: 'generic' };
}

/** Whoever waits long enough. */
export const patient = (): Patience => ({ deadlineAtMs: performance.now() + 600_000 });

/** A comparison of two pictures of widths that the scripted analyser knows. */
export function taskOf(primary: number, secondary: number): ComparisonTask {
  return { ...task(120), pair: { primary: checked(primary, 3), secondary: checked(secondary, 90) } };
}

/** Why a comparison failed. */
export async function reasonOf(result: ReturnType<WorkerPool['run']>): Promise<string | undefined> {
  const settled = await result;
  return settled.ok ? undefined : settled.failure.reason;
}
