import type { PictureHeader } from '@semblance/picture';
import { expect, test } from 'vitest';
import type { AnalysedPicture, AnalysisTask } from './analyser.ts';
import { createFeatureMemory } from './feature-memory.ts';

const task = (byte: number, profile = 'default'): AnalysisTask => ({
  bytes: Uint8Array.of(byte),
  header: { format: 'png', width: 120, height: 120 } as unknown as PictureHeader,
  profile,
});

/** About `kilobytes` of raster, and nothing else. */
function picture(kilobytes: number): AnalysedPicture {
  const raster = { width: 1, height: 1, data: new Uint8Array(1000 * kilobytes) };
  return { views: [{ frame: 0, raster }], isEmpty: false, frameCount: 1 } as unknown as AnalysedPicture;
}

test('pictures are told apart by bytes and profile, and given back as they are', async () => {
  const memory = createFeatureMemory({ maxBytes: 1_000_000 });
  const kept = picture(1);
  await memory.put(task(1), kept);
  expect(await memory.get(task(1))).toBe(kept);
  expect(await memory.get(task(2))).toBeUndefined();
  expect(await memory.get(task(1, 'own'))).toBeUndefined();
});

test('what was used least recently goes first, and the bound holds', async () => {
  const memory = createFeatureMemory({ maxBytes: 35_000 });
  for (const byte of [1, 2, 3]) await memory.put(task(byte), picture(10));
  await memory.get(task(1));
  await memory.put(task(4), picture(10));
  const kept = await Promise.all([1, 2, 3, 4].map(async (byte) => (await memory.get(task(byte))) !== undefined));
  expect(kept).toEqual([true, false, true, true]);
});

test('a picture that is put again counts once; one larger than the bound is not kept and drives nothing out', async () => {
  const memory = createFeatureMemory({ maxBytes: 25_000 });
  for (let round = 0; round < 5; round += 1) await memory.put(task(1), picture(10));
  await memory.put(task(2), picture(10));
  await memory.put(task(3), picture(100));
  const kept = await Promise.all([1, 2, 3].map(async (byte) => (await memory.get(task(byte))) !== undefined));
  expect(kept).toEqual([true, true, false]);
});

test('arrays that lie in one piece of memory, as those read from an entry do, count once', async () => {
  const memory = createFeatureMemory({ maxBytes: 25_000 });
  const joined = (): AnalysedPicture => {
    const { buffer } = new Uint8Array(10_000);
    const parts = Array.from({ length: 10 }, (_, at) => new Float32Array(buffer, 1000 * at, 250));
    return { views: [{ frame: 0, parts }], isEmpty: false, frameCount: 1 } as unknown as AnalysedPicture;
  };
  for (const byte of [1, 2]) await memory.put(task(byte), joined());
  expect(await memory.get(task(1))).toBeDefined();
});
