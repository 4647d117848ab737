import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import type * as FileSystem from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PictureHeader } from '@semblance/picture';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { plainPicture } from '../../test/pictures/plain-features.ts';
import type { AnalysisTask } from './analyser.ts';
import { openFeatureCache } from './feature-cache.ts';
import type { FeatureCache } from './feature-cache.ts';

const disk = vi.hoisted(() => ({ full: false }));
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof FileSystem>();
  return {
    ...real,
    // A disk that fills up has taken some of the bytes when it fails.
    writeFile: async (file: string, data: Uint8Array, options: object) => {
      if (!disk.full) return real.writeFile(file, data, options);
      await real.writeFile(file, data.subarray(0, data.length >> 1), options);
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    },
  };
});

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'semblance-cache-'));
});
afterEach(async () => {
  disk.full = false;
  await rm(directory, { recursive: true });
});

const damages: unknown[] = [];
const open = (maxEntries = 100): FeatureCache =>
  openFeatureCache({ directory, maxEntries, version: '1', onDamage: (cause) => damages.push(cause) });

function task(seed: number): AnalysisTask {
  const header = { format: 'png', width: 120, height: 120 } as unknown as PictureHeader;
  return { bytes: Uint8Array.of(seed, seed >> 8), header, profile: 'default' };
}

const picture = plainPicture;

test('many puts of one picture at once all succeed and leave one entry', async () => {
  const cache = open();
  await Promise.all(Array.from({ length: 160 }, () => cache.put(task(1), picture(1))));
  expect(await readdir(directory)).toHaveLength(1);
  expect(await cache.get(task(1))).toEqual(picture(1));
});

test('a damaged entry is reported once, deleted and made anew', async () => {
  const cache = open();
  await cache.put(task(1), picture(1));
  const [name = ''] = await readdir(directory);
  const file = path.join(directory, name);
  const whole = await readFile(file);
  for (const damage of [Buffer.alloc(0), Buffer.from('scribble'), whole.subarray(0, -1), Buffer.alloc(whole.length)]) {
    await writeFile(file, damage);
    damages.length = 0;
    expect(await cache.get(task(1))).toBeUndefined();
    expect(damages).toHaveLength(1);
    expect(await readdir(directory)).toEqual([]);
    await cache.put(task(1), picture(2));
    expect(await cache.get(task(1))).toEqual(picture(2));
  }
});

test('a full disk leaves nothing behind', async () => {
  const cache = open();
  disk.full = true;
  await expect(cache.put(task(1), picture(1))).rejects.toThrow('ENOSPC');
  expect(await readdir(directory)).toEqual([]);
});

test('a full disk costs the least recently used entries', async () => {
  const cache = open();
  for (let seed = 0; seed < 20; seed += 1) await cache.put(task(seed), picture(seed));
  disk.full = true;
  await expect(cache.put(task(99), picture(1))).rejects.toThrow('ENOSPC');
  expect(await readdir(directory)).toHaveLength(18);
});

test('drafts that a dead process left, and more entries than the bound, are swept at the first put', async () => {
  const earlier = open();
  for (let seed = 0; seed < 8; seed += 1) await earlier.put(task(seed), picture(seed));
  const names = await readdir(directory);
  const old = new Date(Date.now() - 3_600_000);
  for (const name of names.slice(0, 5)) {
    const draft = path.join(directory, `${name}.4711.draft`);
    await writeFile(draft, 'half');
    await utimes(draft, old, old);
  }
  const fresh = path.join(directory, `${names[0] ?? ''}.4712.draft`);
  await writeFile(fresh, 'still being written');
  await open(4).put(task(9), picture(9));
  const left = await readdir(directory);
  expect(left.filter((name) => name.endsWith('.draft'))).toEqual([path.basename(fresh)]);
  expect(left.filter((name) => name.endsWith('.features'))).toHaveLength(4);
});
