import { expect, test } from 'vitest';
import { createUploadStore } from './upload-store.ts';
import type { Upload } from './upload-store.ts';

const upload = (objectKey: string, expiresAtMs = 1000): Upload => ({
  objectKey,
  host: '127.0.0.1:1',
  accessKeyId: undefined,
  policy: '',
  signature: '',
  uploadAccessKeyId: '',
  expiresAtMs,
  bytes: undefined,
});

test('the oldest pictures are dropped when there are too many bytes', () => {
  const store = createUploadStore();
  const bytes = new Uint8Array(100 * 1024 * 1024);
  for (const key of ['a', 'b', 'c']) {
    store.add(upload(key));
    store.put(key, bytes);
  }
  expect(store.find('a')).toBeUndefined();
  expect(store.find('c')?.bytes).toBe(bytes);
});

test('the oldest authorisations are dropped when there are too many', () => {
  const store = createUploadStore();
  for (let index = 0; index <= 1000; index += 1) store.add(upload(String(index)));
  expect(store.find('0')).toBeUndefined();
  expect(store.size(0)).toBe(1000);
});

test('expired uploads are removed', () => {
  const store = createUploadStore();
  store.add(upload('early', 10));
  store.add(upload('late', 20));
  expect(store.size(10)).toBe(1);
});
