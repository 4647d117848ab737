import { expect, test } from 'vitest';
import { retryDelayMs } from './retry-delay.ts';

const policy = { maxAttempts: 5, baseDelayMs: 100, maxDelayMs: 300 };
const question = {
  guidance: 'backoff',
  retryAfterMs: undefined,
  isLater: false,
  attempts: 1,
  failures: 1,
  usedOnce: false,
  remainingMs: 60_000,
  random: 0.5,
} as const;

test.each([
  { name: 'half of the first bound', change: {}, delay: 50 },
  { name: 'the bound doubles', change: { attempts: 2 }, delay: 100 },
  { name: 'the bound is capped', change: { attempts: 4 }, delay: 150 },
  { name: 'jitter starts at 0', change: { random: 0 }, delay: 0 },
  { name: 'as long as the server asked for, at least', change: { retryAfterMs: 900, random: 0 }, delay: 900 },
  { name: 'and spread above that', change: { retryAfterMs: 150 }, delay: 225 },
  { name: 'the spread grows from what the server asked for', change: { retryAfterMs: 150, attempts: 2 }, delay: 300 },
  { name: 'but is capped', change: { retryAfterMs: 900, attempts: 3 }, delay: 1050 },
  { name: 'it ends before the time of the call does', change: { retryAfterMs: 900, remainingMs: 1100 }, delay: 1000 },
  { name: 'no time for it', change: { retryAfterMs: 900, remainingMs: 950 }, delay: undefined },
  { name: 'no time at all', change: { remainingMs: 50 }, delay: undefined },
  { name: 'attempts used up', change: { attempts: 5, failures: 5 }, delay: undefined },
  { name: 'refusals for load do not count', change: { attempts: 50, failures: 4 }, delay: 150 },
  { name: 'and are waited out', change: { attempts: 50, failures: 9, isLater: true }, delay: 150 },
  { name: 'never', change: { guidance: 'never' as const }, delay: undefined },
  { name: 'once, first time', change: { guidance: 'once' as const }, delay: 50 },
  { name: 'once, second time', change: { guidance: 'once' as const, usedOnce: true }, delay: undefined },
  { name: 'retry-after without it', change: { guidance: 'retry-after' as const }, delay: undefined },
  { name: 'retry-after with it', change: { guidance: 'retry-after' as const, retryAfterMs: 0 }, delay: 50 },
  { name: 'an uncorrected clock', change: { guidance: 'clock' as const }, delay: undefined },
])('$name', ({ change, delay }) => {
  expect(retryDelayMs({ ...question, ...change }, policy)).toBe(delay);
});

test('no retries, not even after refusals for load', () => {
  expect(retryDelayMs({ ...question, isLater: true }, { ...policy, maxAttempts: 1 })).toBeUndefined();
});
