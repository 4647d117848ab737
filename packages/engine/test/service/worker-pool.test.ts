import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import type { Patience } from '../../src/compare/patience.ts';
import type { WorkerPool } from '../../src/workers/worker-pool.ts';
import type { PoolOptions } from '../../src/workers/worker-pool.ts';
import { ppm } from './support/pictures.ts';
import { faultWidths } from './support/scripted-analyser.ts';
import { openPool, patient, picture, reasonOf, task } from './support/worker-pools.ts';

const impatient = (): Patience => ({ deadlineAtMs: performance.now() + 100 });

test('a queue takes what it has room for and refuses the rest at once', async () => {
  const pool = await openPool({ queueLength: 1 });
  const running = pool.run(task(faultWidths.slow), patient());
  const waiting = pool.run(task(120), patient());
  expect(pool.status).toMatchObject({ busy: 1, queued: 1 });
  expect(await reasonOf(pool.run(task(120), patient()))).toBe('queue-full');
  // At once: before anything has ended.
  expect(pool.status).toMatchObject({ busy: 1, queued: 1 });
  expect(pool.admits()).toMatchObject({ reason: 'queue-full' });
  expect((await running).ok && (await waiting).ok).toBe(true);
  expect(pool.admits()).toBeUndefined();
  const first = pool.run(task(faultWidths.slow), patient());
  expect(pool.admits()).toBeUndefined();
  const second = pool.run(task(120), patient());
  expect(pool.admits()).toMatchObject({ reason: 'queue-full' });
  expect((await first).ok && (await second).ok).toBe(true);
});

test('a worker answers with the score and its words; what led to it does not travel', async () => {
  const pool = await openPool({});
  const result = await pool.run(task(120), patient());
  expect(result.ok && Object.keys(result.value).toSorted()).toEqual(['calibration', 'score', 'verdict']);
});

test('pictures larger than any buffer between the processes arrive as they were sent', async () => {
  const pool = await openPool();
  const score = async (levels: readonly [number, number]): Promise<number | undefined> => {
    const [primary, secondary] = [ppm(1100, 900, levels[0]), ppm(1100, 900, levels[1])].map(picture);
    if (primary === undefined || secondary === undefined) throw new Error('two pictures were made');
    const result = await pool.run({ ...task(120), pair: { primary, secondary } }, patient());
    return result.ok ? result.value.score : undefined;
  };
  expect(await score([3, 3])).toBe(1);
  expect(await score([3, 200])).toBeLessThan(1);
  expect(await score([200, 200])).toBe(1);
});

test('a share that floods leaves another half of the workers, and never refuses what fits its half of the queue', async () => {
  const pool = await openPool({ workers: 2, queueLength: 64 });
  // Until both have filled their part of the queue nobody's share says anything.
  const from = performance.now() + 1000;
  const until = from + 4000;
  const contend = async (account: string, loops: number): Promise<{ done: number; refused: number }> => {
    const tally = { done: 0, refused: 0 };
    const share = { account, key: 'k', accountWeight: 1, keyWeight: 1 };
    const loop = async (): Promise<void> => {
      while (performance.now() < until) {
        const result = await pool.run(task(faultWidths.brief), { ...patient(), share });
        if (result.ok && performance.now() > from) tally.done += 1;
        if (!result.ok) tally.refused += 1;
        if (!result.ok) await setTimeout(20);
      }
    };
    await Promise.all(Array.from({ length: loops }, loop));
    return tally;
  };
  const [a, b] = await Promise.all([contend('a', 200), contend('b', 20)]);
  expect(a.refused).toBeGreaterThan(100);
  expect(b.refused).toBe(0);
  // By their numbers it would have a twelfth. On a busy machine its loops are late now and then, and what they leave is taken.
  expect(b.done / (a.done + b.done)).toBeGreaterThan(0.3);
});

test('what waits too long leaves the queue, and its turn is never taken', async () => {
  const pool = await openPool();
  const running = pool.run(task(faultWidths.slow), patient());
  expect(await reasonOf(pool.run(task(faultWidths.crash), impatient()))).toBe('deadline-passed');
  expect(pool.status.queued).toBe(0);
  const [pid] = pool.pids;
  expect((await running).ok).toBe(true);
  await setTimeout(100);
  expect(pool.pids).toEqual([pid]);
});

test('a job nobody waits for any more leaves the queue', async () => {
  const pool = await openPool();
  const running = pool.run(task(faultWidths.slow), patient());
  const gone = new AbortController();
  const waiting = pool.run(task(faultWidths.crash), { ...patient(), signal: gone.signal });
  expect(pool.status.queued).toBe(1);
  gone.abort();
  expect(await reasonOf(waiting)).toBe('deadline-passed');
  expect(pool.status.queued).toBe(0);
  expect(await reasonOf(pool.run(task(120), { ...patient(), signal: gone.signal }))).toBe('deadline-passed');
  expect((await running).ok).toBe(true);
});

test('a worker that is lost is replaced by another process', async () => {
  const pool = await openPool();
  const [before] = pool.pids;
  expect(await reasonOf(pool.run(task(faultWidths.crash), patient()))).toBe('worker-died');
  expect((await pool.run(task(120), patient())).ok).toBe(true);
  expect(pool.pids).toHaveLength(1);
  expect(pool.pids).not.toEqual([before]);
});

test('a job whose worker is killed is done by another', async () => {
  const retries: string[] = [];
  const ends: string[] = [];
  const pool = await openPool({ onRetry: (why) => retries.push(why), onWorkerEnd: (why) => ends.push(why) });
  const running = pool.run(task(faultWidths.slow), patient());
  await setTimeout(200);
  killAll(pool);
  expect((await running).ok).toBe(true);
  expect({ retries, ends }).toEqual({ retries: ['lost'], ends: ['killed'] });
});

test('a worker that is stopped in the middle of a job is replaced, and the job done by another', async () => {
  const pool = await openPool({ answerMs: 400, budgetMs: 10_000 });
  const running = pool.run(task(faultWidths.slow), patient());
  await setTimeout(100);
  for (const pid of pool.pids) process.kill(pid, 'SIGSTOP');
  expect((await running).ok).toBe(true);
});

test('a picture that has ended two workers ends no third', async () => {
  const ends: string[] = [];
  const pool = await openPool({ onWorkerEnd: (why) => ends.push(why) });
  expect(await reasonOf(pool.run(task(faultWidths.crash), patient()))).toBe('worker-died');
  expect(ends).toEqual(['exited', 'exited']);
  const refused = await pool.run(task(faultWidths.crash), patient());
  expect(refused).toMatchObject({ ok: false, failure: { reason: 'worker-died' } });
  expect(JSON.stringify(refused)).toContain('ended two workers');
  expect((await pool.run(task(120), patient())).ok).toBe(true);
  expect(ends).toHaveLength(2);
});

test('workers that are killed while they start do not open the circuit', async () => {
  const pool = await openPool({ workers: 2, circuit: { failuresToOpen: 2, openMs: 60_000 } });
  killAll(pool);
  for (let round = 0; round < 4; round += 1) {
    await setTimeout(150);
    killAll(pool);
  }
  expect(pool.status.up).toBe(0);
  expect((await pool.run(task(120), patient())).ok).toBe(true);
});

test('one that has grown too large is replaced between two pictures', async () => {
  const pool = await openPool({ maxResidentBytes: 1 });
  const [before] = pool.pids;
  expect((await pool.run(task(120), patient())).ok).toBe(true);
  expect((await pool.run(task(120), patient())).ok).toBe(true);
  expect(pool.pids).not.toContain(before);
});

test('one that has grown too large is not given what waits before it is replaced', async () => {
  const retried = vi.fn();
  const ended = vi.fn<NonNullable<PoolOptions['onWorkerEnd']>>();
  const pool = await openPool({ maxResidentBytes: 1, onRetry: retried, onWorkerEnd: ended });
  const results = await Promise.all([120, 121, 122].map((width) => pool.run(task(width), patient())));
  expect(results.map(({ ok }) => ok)).toEqual([true, true, true]);
  expect(retried).not.toHaveBeenCalled();
  expect(ended.mock.calls.map(([why]) => why)).toEqual(['too-large', 'too-large', 'too-large']);
});

test('crashes in a row do not open the circuit: one caller cannot close the engine for others', async () => {
  const pool = await openPool({ answerMs: 15_000, circuit: { failuresToOpen: 2, openMs: 60_000 } });
  for (let round = 0; round < 2; round += 1)
    expect(await reasonOf(pool.run(task(faultWidths.crash, round), patient()))).toBe('worker-died');

  expect((await pool.run(task(120), patient())).ok).toBe(true);
}, 60_000);

test('workers that never come up open it: jobs are refused at once, and none waits in the queue', async () => {
  const pool = await openPool({
    settings: { threads: 1, analyserModule: '/nowhere.ts', profiles: [], memoryBytes: 0 },
    circuit: { failuresToOpen: 2, openMs: 60_000 },
  });
  expect(pool.status).toMatchObject({ up: 0, starting: 0 });
  expect(await reasonOf(pool.run(task(120), patient()))).toBe('engine-unavailable');
});

test('closing refuses what waits', async () => {
  const pool = await openPool();
  const running = pool.run(task(faultWidths.slow), impatient());
  const waiting = pool.run(task(120), patient());
  pool.close();
  expect(await reasonOf(waiting)).toBe('engine-unavailable');
  expect(await reasonOf(running)).toMatch(/deadline-passed|worker-died/);
  expect(await reasonOf(pool.run(task(120), patient()))).toBe('engine-unavailable');
});

test('a worker whose event loop stands still does not outlive its engine', async () => {
  const script = `
    import { startTestEngine } from './support/test-engine.ts';
    import { call } from './support/call.ts';
    const engine = await startTestEngine({ analyserModule: ${JSON.stringify(path.join(import.meta.dirname, 'support/freezing-analyser.ts'))}, limits: { workers: 1, workerAnswerMs: 60000 } });
    void call(engine).catch(() => undefined);
    setTimeout(() => console.log(engine.workerPids().join()), 500);`;
  const parent = spawn(
    process.execPath,
    ['--conditions=@semblance/source', '--input-type=module-typescript', '--eval', script],
    { cwd: import.meta.dirname },
  );
  const pid = await new Promise<number>((resolve) => {
    parent.stdout.once('data', (chunk: Buffer) => resolve(Number(chunk.toString('utf8'))));
  });
  expect(isAlive(pid)).toBe(true);
  parent.kill('SIGKILL');
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 10_000, interval: 200 });
}, 40_000);

function killAll(pool: WorkerPool): void {
  for (const pid of pool.pids) process.kill(pid, 'SIGKILL');
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
