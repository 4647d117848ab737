import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEngine } from '../../src/lifecycle/start-engine.ts';
import type { Engine } from '../../src/lifecycle/start-engine.ts';
import { codeAsSecondary } from '../pictures/hostile-picture.ts';
import type { HostilePicture } from '../pictures/hostile-picture.ts';
import { hostilePictures } from '../pictures/hostile-pictures.ts';
import { call, key, pair } from './support/call.ts';

/** The real analyser, in its own processes. */
let engine: Engine;
beforeAll(async () => {
  const instances = [{ name: 'demoinstance1', owner: '1000', queriesPerSecond: 100_000, burst: 100_000 }];
  const limits = { workers: 2, extractionMs: 20_000, requestMs: 60_000 };
  engine = await startEngine({ port: 0, settings: { accessKeys: [{ ...key, account: '1000' }], instances, limits } });
}, 120_000);
afterAll(() => engine.stop());

/** Most memory a process has held, bytes; `undefined` where the system does not tell. */
async function peakBytes(pid: number): Promise<number | undefined> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmHWM:\s+(?<kilobytes>\d+) kB/m.exec(text)?.groups?.['kilobytes'];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}

async function codesOf({ bytes }: HostilePicture): Promise<unknown[]> {
  const content = Buffer.from(await bytes()).toString('base64');
  const asPrimary = await call(engine, { ...pair, PrimaryPicContent: content });
  const asSecondary = await call(engine, { ...pair, SecondaryPicContent: content });
  return [asPrimary.json['Code'], asSecondary.json['Code']];
}

test('every hostile picture gets its code, in either place, from the same workers, within bounds', async () => {
  const workers = engine.workerPids();
  const wrong: unknown[] = [];
  for (const picture of hostilePictures) {
    const codes = await codesOf(picture);
    const expected = [picture.expectedCode ?? 0, codeAsSecondary(picture.expectedCode) ?? 0];
    if (codes.join() !== expected.join()) wrong.push({ name: picture.name, codes, expected });
  }
  expect(wrong).toEqual([]);
  expect(engine.workerPids()).toEqual(workers);
  for (const pid of workers) expect((await peakBytes(pid)) ?? 0).toBeLessThan(1_200_000_000);
}, 300_000);
