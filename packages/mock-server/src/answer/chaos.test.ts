import { expect, test } from 'vitest';
import { compareRequest, outcomeOf } from '../../test/compare-request.ts';
import { createMock } from '../mock/mock.ts';
import { drawChaos, retryableCodes } from './chaos.ts';
import type { ChaosOptions } from './chaos.ts';
import { drawLatencyMs } from './latency.ts';
import type { Latency } from './latency.ts';
import { createRandom } from './random.ts';

const options: ChaosOptions = {
  latency: { distribution: 'log-normal', medianMs: 100, p99Ms: 1000 },
  errorRate: 0.2,
  faultRates: { 'connection-reset': 0.1, 'truncated-body': 0.05 },
};
const run = (seed: number, count: number): ReturnType<typeof drawChaos>[] =>
  Array.from({ length: count }, (_, index) => drawChaos(options, seed, index + 1));

test('equal seeds give equal runs, different seeds different ones', () => {
  expect(run(7, 200)).toEqual(run(7, 200));
  expect(run(7, 200)).not.toEqual(run(8, 200));
});

test('shares are as configured', () => {
  const draws = run(1, 20_000);
  const share = (test: (draw: (typeof draws)[number]) => boolean): number => draws.filter(test).length / draws.length;
  // Three standard deviations of a share of 0.2 in 20 000 draws are 0.0085.
  expect(Math.abs(share(({ code }) => code !== undefined) - 0.2)).toBeLessThan(0.0085);
  expect(Math.abs(share(({ fault }) => fault === 'connection-reset') - 0.1)).toBeLessThan(0.0085);
  expect(Math.abs(share(({ fault }) => fault === 'truncated-body') - 0.05)).toBeLessThan(0.0085);
  expect(new Set(draws.flatMap(({ code }) => code ?? []))).toEqual(new Set(retryableCodes));
});

function quantile(latency: Latency, q: number): number {
  const random = createRandom(1);
  const values = Array.from({ length: 20_000 }, () => drawLatencyMs(latency, random)).sort((a, b) => a - b);
  return values[Math.floor(values.length * q)] ?? Number.NaN;
}

test.each<[Latency, number, number]>([
  [50, 0.5, 50],
  [{ distribution: 'uniform', minMs: 10, maxMs: 20 }, 0.25, 12.5],
  [{ distribution: 'normal', meanMs: 100, standardDeviationMs: 10 }, 0.8413, 110],
  [{ distribution: 'log-normal', medianMs: 100, p99Ms: 1000 }, 0.5, 100],
  [{ distribution: 'log-normal', medianMs: 100, p99Ms: 1000 }, 0.99, 1000],
  [{ distribution: 'exponential', meanMs: 100 }, 0.6321, 100],
])('%j has its quantile %d at %d ms', (latency, q, expected) => {
  const tolerance = q === 0.99 ? 0.1 : 0.03;
  expect(Math.abs(quantile(latency, q) / expected - 1)).toBeLessThan(tolerance);
});

test('latencies are never negative', () => {
  expect(quantile({ distribution: 'normal', meanMs: 1, standardDeviationMs: 100 }, 0)).toBe(0);
});

test('a seeded mock repeats answers, request IDs included', async () => {
  const answers = async (): Promise<string[]> => {
    const mock = createMock({ seed: 42, chaos: { errorRate: 0.5 } });
    const texts: string[] = [];
    for (let call = 0; call < 20; call += 1) texts.push(await (await mock.respond(compareRequest())).text());
    return texts;
  };
  const first = await answers();
  expect(await answers()).toEqual(first);
  expect(new Set(first).size).toBe(20);
  expect(first[0]).toMatch(/"RequestId":"[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}"/);
});

test('chaos never affects a call that a scenario decides', async () => {
  const mock = createMock({ chaos: { errorRate: 1, errorCodes: ['SearchTimeout'] } });
  expect(await outcomeOf(await mock.respond(compareRequest()))).toBe('SearchTimeout');
  mock.use('score-0.5');
  expect(await outcomeOf(await mock.respond(compareRequest()))).toBe(0.5);
  mock.reset();
  mock.setChaos(undefined);
  expect(await outcomeOf(await mock.respond(compareRequest()))).toBe(0.72);
});

test('wrong rates are refused', () => {
  expect(() => createMock({ chaos: { errorRate: 1.5 } })).toThrow(RangeError);
  expect(() => createMock({ chaos: { faultRates: { 'connection-reset': 0.7, 'empty-body': 0.7 } } })).toThrow(
    RangeError,
  );
  expect(() => createMock({ chaos: { errorRate: 1, errorCodes: [] } })).toThrow(RangeError);
});
