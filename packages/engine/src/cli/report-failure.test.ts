import process from 'node:process';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { QueueAwayError } from './bulk/pair-queue.ts';
import { CommandError, reportFailure } from './report-failure.ts';

let said = '';
beforeEach(() => {
  said = '';
  vi.useFakeTimers();
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

test.each([
  [new CommandError('no such file'), 1],
  [new CommandError('no such option', 2), 2],
  [new QueueAwayError('no store'), 5],
])('a failure that was foreseen is told in its own words: %s', (failure, code) => {
  reportFailure(failure);
  expect({ said, code: process.exitCode }).toEqual({ said: `semblance: ${failure.message}\n`, code });
});

test('anything else is a bug: it keeps its stack, and its exit code is no answer to any question', () => {
  reportFailure(new TypeError('x is not a function'));
  expect(said).toMatch(/TypeError: x is not a function\n\s+at /);
  expect(process.exitCode).toBe(70);
});
