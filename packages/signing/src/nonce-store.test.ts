import { expect, test } from 'vitest';
import { createNonceStore } from './nonce-store.ts';

const use = { accessKeyId: 'id', nonce: 'n', nowMs: 0, keepForMs: 1000 };

test('a nonce is used until its time is over', async () => {
  const store = createNonceStore();
  expect(await store.remember(use)).toBe('new');
  expect(await store.remember({ ...use, nowMs: 999 })).toBe('used');
  expect(await store.remember({ ...use, nowMs: 1000 })).toBe('new');
  expect(store.size()).toBe(1);
});

test('key and nonce do not run together', async () => {
  const store = createNonceStore();
  expect(await store.remember({ ...use, accessKeyId: 'a', nonce: 'bc' })).toBe('new');
  expect(await store.remember({ ...use, accessKeyId: 'ab', nonce: 'c' })).toBe('new');
});

test('expired entries make room', async () => {
  const store = createNonceStore({ maxEntries: 2 });
  for (const nonce of ['a', 'b']) expect(await store.remember({ ...use, nonce })).toBe('new');
  expect(await store.remember({ ...use, nonce: 'c', nowMs: 500 })).toBe('full');
  expect(await store.remember({ ...use, nonce: 'c', nowMs: 1000 })).toBe('new');
  expect(store.size()).toBe(1);
});

test('a clock that is set back forgets nothing', async () => {
  const store = createNonceStore();
  expect(await store.remember({ ...use, nowMs: 5000 })).toBe('new');
  expect(await store.remember({ ...use, nonce: 'm', nowMs: 0 })).toBe('new');
  expect(await store.remember({ ...use, nowMs: 100 })).toBe('used');
});

test('a nonce of a megabyte takes no more room than a short one', async () => {
  const store = createNonceStore({ maxEntries: 1 });
  const nonce = 'x'.repeat(1_000_000);
  expect(await store.remember({ ...use, nonce })).toBe('new');
  expect(await store.remember({ ...use, nonce })).toBe('used');
});
