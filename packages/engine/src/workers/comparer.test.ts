import type { PictureHeader } from '@semblance/picture';
import { expect, test } from 'vitest';
import { plainPicture } from '../../test/pictures/plain-features.ts';
import type { Analyser, CheckedPicture } from '../compare/analyser.ts';
import type { ComparisonTask } from '../compare/comparison-task.ts';
import { createComparer } from './comparer.ts';
import type { Comparer, ComparerObserver } from './comparer.ts';

const picture = (byte: number): CheckedPicture => ({
  bytes: Uint8Array.of(byte),
  header: { format: 'png', width: 120, height: 120 } as unknown as PictureHeader,
});

function taskOf(primary: number, secondary: number, others: Partial<ComparisonTask> = {}): ComparisonTask {
  const pair = { primary: picture(primary), secondary: picture(secondary) };
  return { pair, profile: 'default', serviceType: 'product', ...others };
}

/** A comparer whose analyser tells what it is asked for; a picture of the byte 0 is damaged. */
function watched(memoryBytes: number): { readonly comparer: Comparer; readonly seen: () => readonly string[] } {
  const seen: string[] = [];
  const analyser: Analyser = {
    analyse: async ({ bytes: [byte = 0] }) => {
      seen.push(`analyse ${byte}`);
      return byte === 0
        ? { ok: false, failure: { reason: 'corrupt', cause: 'damaged' } }
        : { ok: true, value: plainPicture(byte) };
    },
    equalPixels: async () => ({ ok: true, value: false }),
    release: async () => undefined,
  };
  const observer: ComparerObserver = {
    onStep: () => undefined,
    onCacheFault: () => undefined,
    onCacheAsked: (layer, result) => void seen.push(`${layer} ${result}`),
    begin: (stage) => {
      if (stage === 'score') seen.push(stage);
      return () => undefined;
    },
  };
  const comparer = createComparer(analyser, { memoryBytes }, observer);
  return { comparer, seen: () => seen.splice(0) };
}

const within = { withinMs: 10_000 };

test('a pair that comes again is answered with what it was answered before, and nothing is done for it', async () => {
  const { comparer, seen } = watched(10_000_000);
  const first = await comparer.compare(taskOf(1, 2), within);
  expect(first.ok).toBe(true);
  expect(seen()).toEqual(['memory miss', 'analyse 1', 'memory miss', 'analyse 2', 'score']);
  expect(await comparer.compare(taskOf(1, 2), within)).toEqual(first);
  expect(seen()).toEqual(['memory hit', 'memory hit']);
});

test('known pictures in another order or for another service are scored again, but not analysed', async () => {
  const { comparer, seen } = watched(10_000_000);
  await comparer.compare(taskOf(1, 2), within);
  seen();
  for (const other of [taskOf(2, 1), taskOf(1, 2, { serviceType: 'trademark' })]) {
    await comparer.compare(other, within);
    expect(seen()).toEqual(['memory hit', 'memory hit', 'score']);
  }
});

test('a pair that failed is tried again', async () => {
  const { comparer, seen } = watched(10_000_000);
  for (let round = 0; round < 2; round += 1) expect((await comparer.compare(taskOf(0, 1), within)).ok).toBe(false);
  expect(seen().filter((what) => what === 'analyse 0')).toHaveLength(2);
});

test('without memory nothing is kept', async () => {
  const { comparer, seen } = watched(0);
  for (let round = 0; round < 2; round += 1) {
    await comparer.compare(taskOf(1, 2), within);
    expect(seen()).toEqual(['analyse 1', 'analyse 2', 'score']);
  }
});
