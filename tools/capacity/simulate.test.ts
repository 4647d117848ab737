import { expect, test } from 'vitest';
import { quantile } from '../measure/quantile.ts';
import { seeded } from './seeded.ts';
import { simulate } from './simulate.ts';
import type { Scenario } from './simulate.ts';

const plain: Scenario = {
  cores: 64,
  workers: 1,
  queueLength: 1e9,
  arrivalsPerSecond: 5,
  pairs: 60_000,
  callerMs: 0,
  mainMs: 0,
  workerMs: [100],
  coresPerWorker: 1,
};

/** Exponential service times with a mean of 100 ms, at the middles of a thousand equal shares. */
const exponential = Array.from({ length: 1000 }, (_, at) => -100 * Math.log(1 - (at + 0.5) / 1000));

test('M/M/1: sojourn times are exponential with mean s / (1 − ρ) (Kleinrock, Queueing Systems I, 3.2)', () => {
  const { p50Ms, p99Ms } = simulate({ ...plain, workerMs: exponential });
  expect(p50Ms / (200 * Math.LN2)).toBeCloseTo(1, 1);
  expect(p99Ms / (200 * Math.log(100))).toBeGreaterThan(0.9);
  expect(p99Ms / (200 * Math.log(100))).toBeLessThan(1.1);
});

test('M/D/1: the median at half load lies between the service time and what exponential service would give', () => {
  const { p50Ms, answeredPerSecond, denied } = simulate(plain);
  expect(p50Ms).toBeGreaterThanOrEqual(100);
  expect(p50Ms).toBeLessThan(200 * Math.LN2);
  expect(answeredPerSecond).toBeCloseTo(5, 0);
  expect(denied).toBe(0);
});

test('M/M/c/c loses by the Erlang B formula', () => {
  const { denied } = simulate({ ...plain, workers: 4, queueLength: 0, arrivalsPerSecond: 30, workerMs: exponential });
  const offered = 3;
  let blocked = 1;
  for (let servers = 1; servers <= 4; servers += 1) blocked = (offered * blocked) / (servers + offered * blocked);
  expect(denied / plain.pairs).toBeCloseTo(blocked, 1);
});

test('throughput is bounded by the cores, by the workers and by the main process, whichever is least', () => {
  const flooded = { ...plain, arrivalsPerSecond: 200, queueLength: 50, pairs: 20_000 };
  const rate = (changes: Partial<Scenario>): number => simulate({ ...flooded, ...changes }).answeredPerSecond;
  expect(rate({ workers: 4 })).toBeCloseTo(40, 0);
  expect(rate({ workers: 4, cores: 2 })).toBeCloseTo(20, 0);
  expect(rate({ workers: 2, cores: 2, coresPerWorker: 2 })).toBeCloseTo(10, 0);
});

test('a main process that takes 5 ms a pair does not do more than 200 a second, with however many workers', () => {
  const { answeredPerSecond, denied } = simulate({
    ...plain,
    workers: 64,
    cores: 128,
    mainMs: 5,
    arrivalsPerSecond: 250,
    pairs: 20_000,
  });
  expect(answeredPerSecond).toBeGreaterThan(195);
  expect(answeredPerSecond).toBeLessThanOrEqual(201);
  expect(denied).toBe(0);
});

test('the same seed gives the same run', () => {
  expect(simulate({ ...plain, pairs: 500 })).toEqual(simulate({ ...plain, pairs: 500 }));
  expect(simulate({ ...plain, pairs: 500, seed: 2 })).not.toEqual(simulate({ ...plain, pairs: 500 }));
});

test('numbers are uniform, and quantiles those of the sorted list', () => {
  const random = seeded(7);
  const numbers = Array.from({ length: 10_000 }, random).toSorted((a, b) => a - b);
  for (const share of [0.1, 0.5, 0.9]) expect(quantile(numbers, share)).toBeCloseTo(share, 1);
  expect(quantile([1, 2, 3], 0.99)).toBe(3);
  expect(quantile([], 0.5)).toBeNaN();
});

test('others that want as much as the engine take half of the cores from it', () => {
  const flooded = { ...plain, cores: 2, workers: 2, arrivalsPerSecond: 60, queueLength: 20, pairs: 5000 };
  expect(simulate({ ...flooded, otherCores: 2 }).answeredPerSecond).toBeCloseTo(10, 0);
  expect(simulate({ ...flooded, otherCores: 2 }).coreShare).toBeCloseTo(0.5, 1);
  expect(simulate({ ...plain, cores: 2, otherCores: 0.5 }).p50Ms).toBe(simulate(plain).p50Ms);
});

test('an idle worker that helps shortens an answer at little load, and costs no throughput at much', () => {
  const pool = { ...plain, workers: 2, helpedShare: 0.55 };
  expect(simulate({ ...pool, arrivalsPerSecond: 0.5, pairs: 2000 }).p50Ms).toBeCloseTo(55, 5);
  const flooded = { ...pool, arrivalsPerSecond: 40, queueLength: 20, pairs: 5000 };
  expect(simulate(flooded).answeredPerSecond).toBeCloseTo(20, 0);
});
