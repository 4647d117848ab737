import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { PoolOptions, WorkerPool } from '../../src/workers/worker-pool.ts';
import { faultWidths } from './support/scripted-analyser.ts';
import { openPool, patient, reasonOf, taskOf } from './support/worker-pools.ts';

test('a worker without work analyses the second picture meanwhile; the score is the same', async () => {
  const stages: string[][] = [];
  const onMeasured: PoolOptions['onMeasured'] = (measures) =>
    stages.push(measures.stages.filter(({ name }) => name === 'analyse').map(({ picture: which }) => which ?? ''));
  const [alone, shared] = [await openPool({ onMeasured }), await openPool({ onMeasured, workers: 2 })];
  const timed = async (pool: WorkerPool): Promise<{ score: unknown; tookMs: number }> => {
    const started = performance.now();
    const result = await pool.run(taskOf(faultWidths.slow, faultWidths.slow), patient());
    return { score: result.ok && result.value, tookMs: performance.now() - started };
  };
  const [one, both] = [await timed(alone), await timed(shared)];
  // One after the other they take 800 ms: whoever takes less has not.
  expect(one.tookMs).toBeGreaterThan(790);
  expect(both.score).toEqual(one.score);
  expect(stages).toEqual([
    ['primary', 'secondary'],
    ['primary', 'secondary'],
  ]);
  let leastMs = both.tookMs;
  for (let round = 0; round < 10 && leastMs > 780; round += 1) {
    await shared.settled();
    leastMs = Math.min(leastMs, (await timed(shared)).tookMs);
  }
  expect(leastMs).toBeLessThan(780);
}, 60_000);

test('a helper that is lost costs its own picture, and the comparison ends no third worker', async () => {
  const ends: string[] = [];
  const pool = await openPool({ workers: 2, onWorkerEnd: (why) => ends.push(why) });
  expect(await reasonOf(pool.run(taskOf(faultWidths.slow, faultWidths.crash), patient()))).toBe('worker-died');
  expect(ends).toEqual(['exited', 'exited']);
  await pool.settled();
  expect((await pool.run(taskOf(faultWidths.slow, 120), patient())).ok).toBe(true);
  expect(await reasonOf(pool.run(taskOf(120, faultWidths.crash), patient()))).toBe('worker-died');
  expect(ends).toHaveLength(2);
}, 60_000);

test('a helper that takes too long is not waited for twice', async () => {
  const pool = await openPool({ workers: 2, budgetMs: 3000 });
  const started = performance.now();
  const result = await pool.run(taskOf(faultWidths.slow, faultWidths.hang), patient());
  expect(result).toMatchObject({ failure: { reason: 'extraction-timed-out', which: 'secondary' } });
  // Twice would be twice the budget.
  expect(performance.now() - started).toBeLessThan(5900);
}, 60_000);

test('whoever waits for a helper outlasts it, however early it began to wait', async () => {
  const ends: string[] = [];
  const pool = await openPool({ workers: 2, budgetMs: 900, onWorkerEnd: (why) => ends.push(why) });
  const result = await pool.run(taskOf(120, faultWidths.hang), patient());
  expect(result).toMatchObject({ failure: { reason: 'extraction-timed-out', which: 'secondary' } });
  expect(ends).toEqual(['too-slow']);
}, 60_000);

test("a worker that is lost while it waits for help is nobody's fault", async () => {
  const pool = await openPool({ workers: 2 });
  for (let round = 0; round < 3; round += 1) {
    await pool.settled();
    const running = pool.run(taskOf(faultWidths.brief, faultWidths.slow), patient());
    await setTimeout(150);
    const [asker] = pool.pids;
    if (asker !== undefined) process.kill(asker, 'SIGKILL');
    expect((await running).ok).toBe(true);
  }
}, 60_000);

test('a damaged second picture is told of as if one worker had looked at both', async () => {
  const pool = await openPool({ workers: 2 });
  const result = await pool.run(taskOf(faultWidths.slow, faultWidths.corrupt), patient());
  expect(result).toMatchObject({ failure: { reason: 'secondary-picture-unreadable', which: 'secondary' } });
  const both = await pool.run(taskOf(faultWidths.corrupt, faultWidths.corrupt), patient());
  expect(both).toMatchObject({ failure: { reason: 'primary-picture-unreadable', which: 'primary' } });
}, 60_000);
