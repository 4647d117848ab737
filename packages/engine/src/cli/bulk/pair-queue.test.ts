import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { bullmqVersion, loadBullmq } from './pair-queue.ts';

test('who asks for a queue without its library is told what to install', async () => {
  const missing = loadBullmq(() => Promise.reject(new Error('not found')));
  await expect(missing).rejects.toThrow(`npm install bullmq@${bullmqVersion}`);
});

test('what is advised is what the tests run with, and nobody gets it unasked', async () => {
  const manifest = JSON.parse(await readFile(new URL('../../../package.json', import.meta.url), 'utf8')) as Record<
    string,
    Record<string, unknown>
  >;
  expect(manifest['peerDependencies']?.['bullmq']).toBe(bullmqVersion);
  expect(manifest['peerDependenciesMeta']?.['bullmq']).toEqual({ optional: true });
  expect(manifest['dependencies']).not.toHaveProperty('bullmq');
});
