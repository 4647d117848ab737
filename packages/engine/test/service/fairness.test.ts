import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { SigningKey } from '@semblance/signing';
import type { Engine } from '../../src/lifecycle/start-engine.ts';
import { call, pair } from './support/call.ts';
import { ppm } from './support/pictures.ts';
import { faultWidths } from './support/scripted-analyser.ts';
import { settings, startTestEngine } from './support/test-engine.ts';

const flood: SigningKey = { accessKeyId: 'flood', accessKeySecret: 'floodSecret' };
const colleague: SigningKey = { accessKeyId: 'colleague', accessKeySecret: 'colleagueSecret' };
const other: SigningKey = { accessKeyId: 'other', accessKeySecret: 'otherSecret' };

const contended = {
  analyserModule: settings.analyserModule,
  policies: [],
  stsIssuers: [],
  accessKeys: [
    { ...flood, account: 'a' },
    { ...colleague, account: 'a' },
    { ...other, account: 'b' },
  ],
  limits: { workers: 2, queueLength: 64 },
};

/** Two pictures that keep a worker for 20 ms each. */
const work = {
  PrimaryPicContent: ppm(faultWidths.brief, 100, 1).toString('base64'),
  SecondaryPicContent: ppm(faultWidths.brief, 100, 2).toString('base64'),
};

interface Caller {
  readonly key: SigningKey;
  readonly instance: string;
  readonly loops: number;
}

const warmUpMs = 1500;

interface Tally {
  served: number;
  denied: number;
  retryAfterMs: number[];
}

/**
 * Every loop calls again whatever the answer says; the pause keeps callers and engine, which share a process here, from starving each other.
 * @param length  milliseconds, or whether it goes on.
 */
async function contend(
  engine: Engine,
  callers: readonly Caller[],
  length: number | ((tally: Tally) => boolean),
): Promise<Tally[]> {
  // The first requests of a hundred loops are signed one after the other before anybody else gets a word in.
  const from = performance.now() + warmUpMs;
  const goesOn = (tally: Tally): boolean =>
    typeof length === 'number' ? performance.now() < from + length : length(tally);
  return Promise.all(
    callers.map(async ({ key, instance, loops }) => {
      const tally: Tally = { served: 0, denied: 0, retryAfterMs: [] };
      const loop = async (): Promise<void> => {
        while (goesOn(tally)) {
          const { json, headers } = await call(engine, { ...pair, ...work, InstanceName: instance }, { key });
          expect([0, 'DeniedRequest']).toContain(json['Code']);
          if (json['Code'] === 0 && performance.now() > from) tally.served += 1;
          if (json['Code'] === 0) continue;
          tally.denied += 1;
          tally.retryAfterMs.push(Number(headers['x-acs-retry-after']));
          await setTimeout(50);
        }
      };
      await Promise.all(Array.from({ length: loops }, loop));
      return tally;
    }),
  );
}

const ample = { queriesPerSecond: 100_000, burst: 100_000 };

test('while one account floods with a hundred loops, every call of another is served', async () => {
  const instances = [
    { name: 'ofa', owner: 'a', ...ample },
    { name: 'ofb', owner: 'b', ...ample },
  ];
  const engine = await startTestEngine({ ...contended, instances });
  const codes: unknown[] = [];
  const calls = 25;
  const flooding = contend(
    engine,
    [{ key: flood, instance: 'ofa', loops: 100 }],
    ({ denied }) => codes.length < calls || denied <= 100,
  );
  await setTimeout(warmUpMs);
  const loop = async (): Promise<void> => {
    for (let round = 0; round < 5; round += 1) {
      const { json } = await call(engine, { ...pair, ...work, InstanceName: 'ofb' }, { key: other });
      codes.push(json['Code']);
    }
  };
  await Promise.all(Array.from({ length: 5 }, loop));
  const [a] = await flooding;
  await engine.stop();
  expect(codes).toEqual(Array.from({ length: calls }, () => 0));
  if (a === undefined) throw new Error('nobody flooded');
  expect(a.denied).toBeGreaterThan(100);
  // What the flood is told spreads: no two thirds of it in one tenth of a second.
  const spread = Map.groupBy(a.retryAfterMs, (ms) => Math.floor(ms / 100));
  expect(Math.max(...[...spread.values()].map(({ length }) => length)) / a.denied).toBeLessThan(0.66);
});

test('a key that floods leaves a colleague of the same account its part of their instance’s rate', async () => {
  const engine = await startTestEngine({
    ...contended,
    // So few that a busy machine, too, is asked for many times as much.
    instances: [{ name: 'ofa', owner: 'a', queriesPerSecond: 5, burst: 5 }],
  });
  const [a, b] = await contend(
    engine,
    [
      { key: flood, instance: 'ofa', loops: 30 },
      { key: colleague, instance: 'ofa', loops: 8 },
    ],
    5000,
  );
  await engine.stop();
  if (a === undefined || b === undefined) throw new Error('nobody called');
  // Shares of what each asked for: alike if whoever calls more were served more. How near to a half of the rate it comes depends on
  // how evenly this process, which calls as well, gets to run.
  const served = ({ served: count, denied }: Tally): number => count / (count + denied);
  expect(served(b)).toBeGreaterThan(1.4 * served(a));
});

test('a key has a limit of its own, uploads included', async () => {
  const limited = { ...colleague, account: 'a', queriesPerSecond: 0.1, burst: 2 };
  const engine = await startTestEngine({
    ...contended,
    accessKeys: [{ ...flood, account: 'a' }, limited],
    instances: [{ name: 'ofa', owner: 'a', ...ample }],
  });
  const codes: unknown[] = [];
  for (const key of [colleague, flood, colleague, colleague, flood]) {
    const { json } = await call(engine, { ...pair, ...work, InstanceName: 'ofa' }, { key });
    codes.push(json['Code']);
  }
  const upload = { action: 'AuthorizeFileUpload', version: '2019-12-19', query: [['Product', 'ImageSearch']] } as const;
  codes.push((await call(engine, {}, { key: colleague, ...upload })).json['Code']);
  await engine.stop();
  expect(codes).toEqual([0, 0, 0, 'DeniedRequest', 0, 'DeniedRequest']);
});

test('an instance without a configured rate serves what the machine can do', async () => {
  const engine = await startTestEngine({ ...contended, instances: [{ name: 'ofa', owner: 'a' }] });
  const from = performance.now() + warmUpMs;
  const leastMs = 4000;
  const [measured] = await contend(
    engine,
    [{ key: flood, instance: 'ofa', loops: 8 }],
    // A rate that were made up, of one or two a second, would not come so far before the test is given up.
    ({ served }) => served <= 100 || performance.now() < from + leastMs,
  );
  const seconds = (performance.now() - from) / 1000;
  await engine.stop();
  // Two workers, 20 ms a picture: at most 50 comparisons a second, however fast the calls come.
  expect(measured?.served).toBeGreaterThan(100);
  expect(measured?.served).toBeLessThan(seconds * 50 + 110);
});
