import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { fingerprint } from './gallery/fingerprint.ts';
import { kindNames } from './kinds/catalogue.ts';
import { renderObject } from './render-object.ts';
import type { RenderRequest } from './render-object.ts';

const request: RenderRequest = {
  kind: 'mug',
  instance: 3,
  view: 2,
  light: 'studio',
  background: 'oak',
  width: 48,
  height: 36,
  samples: 1,
};

function meanDifference(a: Uint8Array, b: Uint8Array): number {
  return a.reduce((sum, value, at) => sum + Math.abs(value - (b[at] ?? 0)), 0) / a.length;
}

test('the renderer still gives the pixels the committed pictures were made with', async () => {
  const committed: unknown = JSON.parse(await readFile(new URL('gallery/fingerprint.json', import.meta.url), 'utf8'));
  expect(fingerprint()).toEqual(committed);
});

test('the same request gives the same bytes', () => {
  expect(renderObject(request).data).toEqual(renderObject(request).data);
});

test.each(kindNames)('another %s is another picture', (kind) => {
  const small = { ...request, kind, width: 32, height: 24 };
  const first = renderObject(small);
  const second = renderObject({ ...small, instance: 4 });
  expect(first.data).toHaveLength(32 * 24 * 3);
  expect(meanDifference(first.data, second.data)).toBeGreaterThan(1);
});

test('light, view and background each change the picture', () => {
  const base = renderObject(request).data;
  for (const change of [{ light: 'evening' }, { view: 3 }, { background: 'grey' }] as const)
    expect(meanDifference(base, renderObject({ ...request, ...change }).data)).toBeGreaterThan(2);
});
