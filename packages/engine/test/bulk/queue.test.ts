import { createHash } from 'node:crypto';
import { on, once } from 'node:events';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ChildProcess } from 'node:child_process';
import { bulkProfile } from '../../src/cli/bulk/bulk-profile.ts';
import type { LocalWorkers } from '../../src/cli/bulk/local-comparer.ts';
import { openQueueComparer } from '../../src/cli/bulk/queue-comparer.ts';
import type { QueueComparerOptions } from '../../src/cli/bulk/queue-comparer.ts';
import type { PairComparer, PairPaths } from '../../src/cli/bulk/pair-comparer.ts';
import { startQueueWorker } from '../../src/cli/bulk/queue-worker.ts';
import type { QueueWorker } from '../../src/cli/bulk/queue-worker.ts';
import { hasRedis, RedisServer } from '../service/support/redis-server.ts';
import { readResults, runQueue, slantedLines, startCommand, writePairs } from './queue-run.ts';

let server: RedisServer;
let home: string;
const parts: (PairComparer | QueueWorker)[] = [];

async function sha256(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}

/** A worker whose comparisons are counted and take no time. */
function countedWorkers(compared: PairPaths[], tookMs = 0): LocalWorkers {
  return {
    concurrency: 4,
    settled: async () => undefined,
    compare: async (pair) => {
      compared.push(pair);
      await setTimeout(tookMs);
      const digests = [await sha256(pair.primaryPath), await sha256(pair.secondaryPath)] as const;
      return { digests, score: 0.5, calibration: 'test' };
    },
    close: async () => undefined,
  };
}

async function worker(compared: PairPaths[], tookMs = 0): Promise<QueueWorker> {
  const workers = countedWorkers(compared, tookMs);
  const noop = (): void => undefined;
  const started = await startQueueWorker({
    url: server.url,
    profile: await bulkProfile(undefined),
    workers,
    pictures: home,
    onDone: noop,
    onFault: noop,
  });
  parts.push(started);
  return started;
}

async function comparer(given: Partial<QueueComparerOptions> = {}): Promise<PairComparer> {
  const opened = await openQueueComparer({
    url: server.url,
    profile: await bulkProfile(undefined),
    serviceType: 'generic',
    pictures: home,
    patienceMs: 30_000,
    onNotice: () => undefined,
    ...given,
  });
  parts.push(opened);
  return opened;
}

const at = (name: string): string => path.join(home, name);
const pairOf = (primary: string, secondary: string): PairPaths => ({
  primaryPath: at(primary),
  secondaryPath: at(secondary),
});

async function exitOf(child: ChildProcess): Promise<{ readonly code: number | null; readonly error: string }> {
  let error = '';
  child.stderr?.on('data', (chunk: Buffer) => (error += chunk.toString()));
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, error };
}

/** Resolves when a process has said it on standard error. */
async function saying(child: ChildProcess, text: string): Promise<void> {
  let said = '';
  for await (const [chunk] of on(child.stderr ?? child, 'data') as AsyncIterable<[Buffer]>) {
    said += chunk.toString();
    if (said.includes(text)) return;
  }
}

/** Resolves when a worker has taken a pair that it has not finished. */
async function isTaken(): Promise<void> {
  while ((await server.command('KEYS *:active')) === '*0\r\n') await setTimeout(20);
}

/** Ids of the processes that a process has started. */
async function processesBelow({ pid }: ChildProcess): Promise<readonly number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return text.trim().split(' ').map(Number);
}

function killLeft(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended with the process that had started it.
  }
}

describe.runIf(hasRedis)('pairs through a queue, against a real Redis', () => {
  beforeAll(async () => {
    server = await RedisServer.start();
  });
  beforeEach(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'semblance-queue-'));
  });
  afterEach(async () => {
    await Promise.allSettled(parts.splice(0).map((part) => part.close()));
    await server.command('FLUSHALL');
    await rm(home, { recursive: true, force: true });
  });
  afterAll(() => server.remove());

  test('three workers, one killed every few seconds: one line for each pair, in the file of a run without a queue', async () => {
    const options = { home, url: server.url, pictures: 8, pairs: 200, workers: 3, killEveryMs: 4000 };
    const report = await runQueue(options);
    expect(report).toMatchObject({ exitCode: 0 });
    expect(report.kills).toBeGreaterThanOrEqual(1);
    expect(report.rows.map(({ n }) => Number(n))).toEqual(Array.from({ length: 200 }, (_, n) => n));
    const local = startCommand('compare', '--pairs', at('pairs.csv'), '--out', at('local.jsonl'), '--workers', '2');
    expect((await exitOf(local)).code).toBe(0);
    expect(await readFile(at('queued.jsonl'), 'utf8')).toBe(await readFile(at('local.jsonl'), 'utf8'));
  }, 180_000);

  test('a run that is killed goes on: what workers answered meanwhile is not compared again', async () => {
    const pairs = await writePairs(home, 6, 36);
    const compared: PairPaths[] = [];
    await worker(compared, 150);
    const given = ['compare', '--pairs', pairs, '--out', at('out.jsonl'), '--queue', server.url];
    const first = startCommand(...given);
    const exit = once(first, 'exit');
    while (compared.length < 8) await setTimeout(20);
    first.kill('SIGKILL');
    await exit;
    // The workers go on with what lies in the queue.
    while (compared.length < 36) await setTimeout(50);
    await setTimeout(300);
    expect((await exitOf(startCommand(...given))).code).toBe(0);
    expect(compared).toHaveLength(36);
    expect(await readResults(at('out.jsonl'))).toHaveLength(36);
  }, 60_000);

  test('the same pair asked for twice is compared once; what was fetched leaves the store', async () => {
    await writePairs(home, 2, 1);
    const compared: PairPaths[] = [];
    await worker(compared, 100);
    const queue = await comparer();
    const pairs = [1, 2, 3].map(() => pairOf('p0.ppm', 'p1.ppm'));
    const outcomes = await Promise.all(pairs.map((pair) => queue.compare(pair)));
    const digests = [await sha256(at('p0.ppm')), await sha256(at('p1.ppm'))];
    expect(outcomes).toEqual(Array.from({ length: 3 }, () => ({ digests, score: 0.5, calibration: 'test' })));
    expect(compared).toEqual([pairOf('p0.ppm', 'p1.ppm')]);
    expect(await server.command('KEYS *:pair-*')).not.toBe('*0\r\n');
    for (const pair of pairs) queue.release?.(pair);
    await expect.poll(() => server.command('KEYS *:pair-*'), { timeout: 20_000 }).toBe('*0\r\n');
  });

  test('nothing outside of the shared folder is read, by whatever name', async () => {
    await writePairs(home, 2, 1);
    const outside = await mkdtemp(path.join(tmpdir(), 'semblance-outside-'));
    await writeFile(path.join(outside, 'secret.ppm'), slantedLines(3));
    await symlink(path.join(outside, 'secret.ppm'), at('link.ppm'));
    const compared: PairPaths[] = [];
    await worker(compared);
    const queue = await comparer();
    expect(await queue.compare(pairOf('p0.ppm', 'link.ppm'))).toMatchObject({
      errorCode: 'PictureInputInvalid',
      errorMessage: 'p0.ppm, link.ppm: not in the shared folder.',
    });
    const above = await comparer({ pictures: path.join(home, 'below') });
    expect(await above.compare(pairOf('p0.ppm', 'p1.ppm'))).toMatchObject({
      errorMessage: expect.stringContaining('Name one with --pictures'),
    });
    expect(compared).toEqual([]);
    // A name with two points in front is a name like another.
    await writeFile(at('..points.ppm'), slantedLines(4));
    expect(await queue.compare(pairOf('..points.ppm', 'p1.ppm'))).toMatchObject({ score: 0.5 });
    await rm(outside, { recursive: true });
  });

  test('a store that stops for a while costs time, not pairs', async () => {
    await writePairs(home, 4, 1);
    const compared: PairPaths[] = [];
    await worker(compared, 50);
    const queue = await comparer();
    const names = ['p0', 'p1', 'p2', 'p3'].flatMap((one) =>
      ['p0', 'p1', 'p2', 'p3'].map((other) => [one, other] as const),
    );
    const asked = names.map(([one, other]) => queue.compare(pairOf(`${one}.ppm`, `${other}.ppm`)));
    while (compared.length < 3) await setTimeout(10);
    await server.kill();
    await setTimeout(1000);
    // It comes back empty: what lay in it is put there again.
    await server.run();
    const outcomes = await Promise.all(asked);
    expect(outcomes.filter((outcome) => 'score' in outcome)).toHaveLength(16);
  }, 60_000);

  test('without workers it is said so, and given up after a while; without a store at once', async () => {
    await writePairs(home, 2, 1);
    const pairs = at('pairs.csv');
    const given = ['compare', '--pairs', pairs, '--patience', '7', '--queue'];
    const waited = await exitOf(startCommand(...given, server.url));
    expect(waited).toMatchObject({
      code: 5,
      error: expect.stringMatching(/No worker of this version.*\n.*no worker has finished a pair for 7 s/s),
    });
    const away = await exitOf(startCommand(...given, 'redis://:secret@127.0.0.1:1'));
    expect(away).toMatchObject({
      code: 5,
      error: expect.stringContaining("the queue's store at 127.0.0.1:1 cannot be used"),
    });
    expect(away.error).not.toContain('secret');
    const unmounted = await exitOf(startCommand('worker', '--queue', server.url, '--pictures', at('unmounted')));
    expect(unmounted).toMatchObject({ code: 2, error: expect.stringContaining('is no folder') });
    const unnamed = await exitOf(startCommand('worker', '--pictures', home));
    expect(unnamed).toMatchObject({ code: 2, error: expect.stringContaining('SEMBLANCE_QUEUE_URL') });
  }, 60_000);

  test('a worker that is told to end finishes what it has', async () => {
    const pairs = await writePairs(home, 6, 30);
    const ending = startCommand('worker', '--queue', server.url, '--pictures', home, '--workers', '1');
    const run = startCommand('compare', '--pairs', pairs, '--out', at('out.jsonl'), '--queue', server.url);
    const runEnd = exitOf(run);
    const workerEnd = exitOf(ending);
    await saying(ending, 'Taking pairs');
    await expect.poll(() => readFile(at('out.jsonl'), 'utf8').catch(() => ''), { timeout: 30_000 }).not.toBe('');
    ending.kill('SIGTERM');
    expect(await workerEnd).toMatchObject({ code: 0, error: expect.stringMatching(/\d+ pairs compared, 0 failed/) });
    await worker([]);
    expect((await runEnd).code).toBe(0);
  }, 60_000);

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)(
    'a worker that is told twice to end, by %s, ends at once, and says by what',
    async (signal, code) => {
      await writePairs(home, 2, 1);
      const ending = startCommand('worker', '--queue', server.url, '--pictures', home, '--workers', '1');
      const ended = exitOf(ending);
      await saying(ending, 'Taking pairs');
      // A pair that no process finishes: what compares is frozen.
      const frozen = await processesBelow(ending);
      for (const pid of frozen) process.kill(pid, 'SIGSTOP');
      const queue = await comparer();
      void queue.compare(pairOf('p0.ppm', 'p1.ppm')).catch(() => undefined);
      await isTaken();
      ending.kill(signal);
      await saying(ending, 'Finishing');
      await setTimeout(400);
      ending.kill(signal);
      expect((await ended).code).toBe(code);
      for (const pid of frozen) killLeft(pid);
    },
    60_000,
  );
});
