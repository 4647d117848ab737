import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { LoadReply, SignedRequest } from './load.ts';
import { runOpenLoad } from './open-loop.ts';

const make = async (): Promise<SignedRequest> => ({ path: '/', headers: {}, body: '' });
const answer = (status: number, code: string): LoadReply => ({ status, code, text: '' });

test('requests are sent whether or not earlier ones are answered', async () => {
  const slow = async (): Promise<LoadReply> => {
    await setTimeout(600);
    return answer(200, '0');
  };
  const report = await runOpenLoad({ perSecond: 100, seconds: 0.5, make, send: slow });
  expect(report.served).toBeGreaterThan(15);
  expect(report.servedP50Ms).toBeGreaterThan(590);
});

test('every outcome is counted once, under what it is', async () => {
  const outcomes = [
    answer(200, '0'),
    answer(503, 'DeniedRequest'),
    answer(500, 'ServerInternalError'),
    answer(400, 'X'),
  ];
  let calls = 0;
  const send = async (): Promise<LoadReply> => {
    calls += 1;
    const outcome = outcomes[calls % 5];
    if (outcome === undefined) throw new Error('the connection was reset');
    return outcome;
  };
  const report = await runOpenLoad({ perSecond: 200, seconds: 0.4, make, send });
  const { served, denied, lost, serverErrors, others } = report;
  expect(served + denied + lost + serverErrors + others.length).toBe(calls);
  expect(Math.min(served, denied, lost, serverErrors, others.length)).toBeGreaterThan(0);
  expect(others[0]).toBe('X');
});
