import { afterAll, beforeAll, expect, it } from 'vitest';
import { s3ObjectBytes } from '../../src/request/store/s3-object-bytes.ts';
import type { S3Options } from '../../src/request/store/s3-object-bytes.ts';
import { startObjectStorage, storageBucket, storageKey } from '../service/support/object-storage.ts';
import type { ObjectStorage } from '../service/support/object-storage.ts';

let storage: ObjectStorage;
beforeAll(async () => {
  storage = await startObjectStorage();
});
afterAll(() => storage.close());

const signal = (): AbortSignal => AbortSignal.timeout(5000);
const kept = { key: 'imagesearch/0a1b', content: Buffer.from('picture'), lifetimeMs: 1000 };

function options(changes: Partial<S3Options> = {}): S3Options {
  const { accessKeyId, secretAccessKey, region } = storageKey;
  const where = {
    endpoint: storage.url,
    bucket: storageBucket,
    prefix: 'uploads/',
    region,
    deadlineMs: 5000,
    maxBytes: 1_000_000,
  };
  return { ...where, accessKeyId, secretAccessKey, onCall: () => undefined, ...changes };
}

it('keeps, gives and deletes a picture, signed as S3 wants it', async () => {
  const calls: boolean[] = [];
  const bytes = await s3ObjectBytes(options({ onCall: (_seconds, isOk) => calls.push(isOk) }));
  await bytes.put(kept, signal());
  expect([...storage.objects.keys()]).toEqual(['uploads/imagesearch/0a1b']);
  expect(Buffer.from((await bytes.get(kept.key, signal())) ?? '').toString()).toBe('picture');
  await bytes.remove(kept.key);
  expect(await bytes.get(kept.key, signal())).toBeUndefined();
  expect(calls).toEqual([true, true, true, true]);
});

it('says what is wrong: the key, the bucket, the storage', async () => {
  const forged = await s3ObjectBytes(options({ secretAccessKey: 'other' }));
  await expect(forged.put(kept, signal())).rejects.toThrow(/403/);
  const elsewhere = await s3ObjectBytes(options({ bucket: 'nowhere' }));
  await expect(elsewhere.put(kept, signal())).rejects.toThrow(/no bucket nowhere/);
  storage.behave('fail');
  const failing = await s3ObjectBytes(options());
  await expect(failing.get(kept.key, signal())).rejects.toThrow(/503/);
  storage.behave('well');
});

it('waits no longer than its deadline', async () => {
  const bytes = await s3ObjectBytes(options({ deadlineMs: 300 }));
  storage.behave('hang');
  const startedMs = performance.now();
  await expect(bytes.get(kept.key, signal())).rejects.toThrow(/abort|timeout/i);
  expect(performance.now() - startedMs).toBeLessThan(10_000);
  storage.behave('well');
});

it('goes nowhere that an answer leads to', async () => {
  const bytes = await s3ObjectBytes(options());
  storage.behave('redirect');
  await expect(bytes.get(kept.key, signal())).rejects.toThrow(/307/);
  await expect(bytes.put(kept, signal())).rejects.toThrow(/307/);
  storage.behave('well');
  expect(storage.led()).toBe(0);
});

it('reads no more than a picture may have', async () => {
  const bytes = await s3ObjectBytes(options({ deadlineMs: 20_000 }));
  storage.behave('flood');
  await expect(bytes.get(kept.key, AbortSignal.timeout(20_000))).rejects.toThrow(/more than 1000000 bytes/);
  storage.behave('well');
  await bytes.put({ ...kept, content: Buffer.alloc(1_000_000) }, signal());
  expect((await bytes.get(kept.key, signal()))?.length).toBe(1_000_000);
});
