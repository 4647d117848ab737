import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { call, pair, send, signedCall } from './support/call.ts';
import { startTestEngine } from './support/test-engine.ts';

let stateDirectory = '';
beforeEach(async () => {
  stateDirectory = await mkdtemp(path.join(tmpdir(), 'semblance-replay-'));
});
afterEach(async () => {
  vi.useRealTimers();
  await rm(stateDirectory, { recursive: true });
});

test.each([
  ['with a state directory', () => ({ stateDirectory })],
  ['without one', () => ({})],
])('a request is not accepted again after a restart, %s', async (_name, options) => {
  const first = await startTestEngine({ limits: { workers: 1 } }, { ...options(), port: 0 });
  const request = await signedCall(first, pair);
  expect((await send(first, request)).json['Code']).toBe(0);
  await first.stop();
  const second = await startTestEngine({ limits: { workers: 1 } }, { ...options(), port: first.port });
  expect((await send(second, request)).json['Code']).toMatch(/^(SignatureNonceUsed|InvalidTimeStamp\.Expired)$/);
  expect((await call(second)).json['Code']).toBe(0);
  await second.stop();
});

test('a request that was signed before a restart and not received is good afterwards, where the state lasts', async () => {
  const first = await startTestEngine({ limits: { workers: 1 } }, { stateDirectory });
  await call(first);
  const request = await signedCall(first, pair);
  await first.stop();
  const second = await startTestEngine({ limits: { workers: 1 } }, { stateDirectory, port: first.port });
  expect((await send(second, request)).json['Code']).toBe(0);
  await second.stop();
});

test('a clock that is set an hour on and back makes no request good again', async () => {
  const engine = await startTestEngine({ limits: { workers: 1 } });
  const request = await signedCall(engine, pair);
  expect((await send(engine, request)).json['Code']).toBe(0);
  const trueMs = Date.now();
  vi.useFakeTimers({ toFake: ['Date'], now: trueMs + 3_600_000 });
  expect((await call(engine)).json['Code']).toBe(0);
  expect((await send(engine, request)).json['Code']).toBe('InvalidTimeStamp.Expired');
  vi.setSystemTime(trueMs + 1000);
  expect((await send(engine, request)).json['Code']).toBe('SignatureNonceUsed');
  await engine.stop();
});
