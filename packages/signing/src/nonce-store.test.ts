import { expect, test } from 'vitest';
import { createNonceStore } from './nonce-store.ts';
import type { NonceEntry, NonceStore, NonceStoreOptions } from './nonce-store.ts';

const use = { accessKeyId: 'id', nonce: 'n', signedAtMs: 1_000_000, keepForMs: 1000 };

/** A store with a monotonic clock that the test moves. */
function open(options: NonceStoreOptions = {}): { readonly store: NonceStore; readonly clock: { nowMs: number } } {
  const clock = { nowMs: 0 };
  return { store: createNonceStore({ ...options, monotonicMs: () => clock.nowMs }), clock };
}

test('a nonce counts as used until it expires; after that its date is refused', async () => {
  const { store, clock } = open();
  expect(await store.remember(use)).toBe('new');
  clock.nowMs = 999;
  expect(await store.remember(use)).toBe('used');
  clock.nowMs = 1000;
  expect(await store.remember(use)).toBe('forgotten');
  expect(await store.remember({ ...use, signedAtMs: use.signedAtMs - 1, nonce: 'older' })).toBe('forgotten');
  expect(await store.remember({ ...use, signedAtMs: use.signedAtMs + 1000 })).toBe('new');
  expect(store.size()).toBe(1);
});

test('key and nonce are kept apart', async () => {
  const { store } = open();
  expect(await store.remember({ ...use, accessKeyId: 'a', nonce: 'bc' })).toBe('new');
  expect(await store.remember({ ...use, accessKeyId: 'ab', nonce: 'c' })).toBe('new');
});

test('expired entries make room', async () => {
  const { store, clock } = open({ maxEntries: 2 });
  for (const nonce of ['a', 'b']) expect(await store.remember({ ...use, nonce })).toBe('new');
  clock.nowMs = 500;
  const later = { ...use, nonce: 'c', signedAtMs: use.signedAtMs + 5000 };
  expect(await store.remember(later)).toBe('full');
  clock.nowMs = 1000;
  expect(await store.remember(later)).toBe('new');
  expect(store.size()).toBe(1);
});

test('nothing is forgotten when the wall clock jumps forward and back', async () => {
  const { store } = open();
  expect(await store.remember(use)).toBe('new');
  // The clock is set an hour ahead, callers sign with it, and it is set back: no time has passed.
  expect(await store.remember({ ...use, nonce: 'm', signedAtMs: use.signedAtMs + 3_600_000 })).toBe('new');
  expect(await store.remember(use)).toBe('used');
});

test('an expired nonce is not new when the wall clock is set back', async () => {
  const { store, clock } = open();
  expect(await store.remember(use)).toBe('new');
  clock.nowMs = 10_000;
  expect(await store.remember({ ...use, nonce: 'm', signedAtMs: use.signedAtMs + 10_000 })).toBe('new');
  expect(await store.remember(use)).toBe('forgotten');
});

test('a nonce of a megabyte takes no more room than a short one', async () => {
  const { store } = open({ maxEntries: 1 });
  const nonce = 'x'.repeat(1_000_000);
  expect(await store.remember({ ...use, nonce })).toBe('new');
  expect(await store.remember({ ...use, nonce })).toBe('used');
});

test('nonces recorded by an earlier process count as used; dates before its records are refused', async () => {
  const recorded: NonceEntry[] = [];
  const earlier = open({
    record: async (entry) => {
      recorded.push(entry);
    },
  });
  expect(await earlier.store.remember(use)).toBe('new');
  const later = open({ known: recorded, forgottenUntilMs: use.signedAtMs - 5000 });
  expect(await later.store.remember(use)).toBe('used');
  expect(await later.store.remember({ ...use, nonce: 'm', signedAtMs: use.signedAtMs - 5000 })).toBe('forgotten');
  expect(await later.store.remember({ ...use, nonce: 'm', signedAtMs: use.signedAtMs - 4000 })).toBe('new');
});

test('a nonce that cannot be recorded is not new, nor is its copy', async () => {
  const { store } = open({ record: () => Promise.reject(new Error('no space')) });
  await expect(store.remember(use)).rejects.toThrow('no space');
  expect(await store.remember(use)).toBe('used');
});
