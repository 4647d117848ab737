import { expect, test } from 'vitest';
import { retryDelayMs } from './retry-delay.ts';

const policy = { maxAttempts: 5, baseDelayMs: 100, maxDelayMs: 300 };
const question = { guidance: 'backoff', retryAfterMs: undefined, attempts: 1, usedOnce: false, random: 0.5 } as const;

test.each([
  { name: 'half of the first bound', change: {}, delay: 50 },
  { name: 'the bound doubles', change: { attempts: 2 }, delay: 100 },
  { name: 'the bound is capped', change: { attempts: 4 }, delay: 150 },
  { name: 'jitter starts at 0', change: { random: 0 }, delay: 0 },
  { name: 'never less than the server asked for', change: { retryAfterMs: 900 }, delay: 900 },
  { name: 'attempts used up', change: { attempts: 5 }, delay: undefined },
  { name: 'never', change: { guidance: 'never' as const }, delay: undefined },
  { name: 'once, first time', change: { guidance: 'once' as const }, delay: 50 },
  { name: 'once, second time', change: { guidance: 'once' as const, usedOnce: true }, delay: undefined },
  { name: 'retry-after without it', change: { guidance: 'retry-after' as const }, delay: undefined },
  { name: 'retry-after with it', change: { guidance: 'retry-after' as const, retryAfterMs: 700 }, delay: 700 },
  { name: 'an uncorrected clock', change: { guidance: 'clock' as const }, delay: undefined },
])('$name', ({ change, delay }) => {
  expect(retryDelayMs({ ...question, ...change }, policy)).toBe(delay);
});
