import { setTimeout } from 'node:timers/promises';
import type { NonceUse } from '@semblance/signing/verify';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createFlowControl } from '../../src/request/access/flow-control.ts';
import { createByteBudget } from '../../src/request/edge/byte-budget.ts';
import { redisObjectBytes } from '../../src/request/store/object-bytes.ts';
import { connectRedis } from '../../src/redis-connection.ts';
import type { RedisConnection } from '../../src/redis-connection.ts';
import { createRedisFlowControl } from '../../src/request/store/redis-flow-control.ts';
import { openRedisNonces } from '../../src/request/store/redis-nonces.ts';
import { RedisUploads } from '../../src/request/store/redis-uploads.ts';
import type { UploadWriter } from '../../src/request/upload/upload-store.ts';
import { hasRedis, RedisServer } from '../service/support/redis-server.ts';

const deadlineMs = 300;
let server: RedisServer;
const opened: RedisConnection[] = [];

async function connect(keyPrefix = 'test'): Promise<RedisConnection> {
  const noop = (): void => undefined;
  const redis = await connectRedis({ url: server.url, keyPrefix, deadlineMs, onCall: noop, onChange: noop });
  opened.push(redis);
  return redis;
}

async function isBack(redis: RedisConnection): Promise<void> {
  for (let attempt = 0; attempt < 200 && !redis.isUp(); attempt += 1) await setTimeout(25);
  // The pause after a failure.
  await setTimeout(1100);
}

describe.runIf(hasRedis)('the shared store, against a real Redis', () => {
  beforeAll(async () => {
    server = await RedisServer.start();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((redis) => redis.close()));
    await server.command('FLUSHALL');
  });
  afterAll(() => server.remove());

  describe('nonces', () => {
    const later = (): number => Date.now() + 60_000;
    const use = (nonce: string, signedAtMs = later()): NonceUse => ({
      accessKeyId: 'key',
      nonce,
      signedAtMs,
      keepForMs: 5000,
    });

    it('one that an engine has seen is used for the other', async () => {
      const [first, second] = [await openRedisNonces(await connect()), await openRedisNonces(await connect())];
      const seen = await Promise.all([first, second, first, second].map(({ store }) => store.remember(use('once'))));
      expect(seen.filter((verdict) => verdict === 'new')).toHaveLength(1);
      expect(seen.filter((verdict) => verdict === 'used')).toHaveLength(3);
      expect(await second.store.remember(use('other'))).toBe('new');
    });

    it('what was signed before the store knew is refused', async () => {
      const { store } = await openRedisNonces(await connect());
      expect(await store.remember(use('old', Date.now() - 5000))).toBe('forgotten');
    });

    it('a store that stops is refused by, and one that comes back empty takes nothing for new that it may have forgotten', async () => {
      const redis = await connect();
      const { store } = await openRedisNonces(redis);
      const signedAtMs = Date.now() + 1000;
      expect(await store.remember(use('kept', signedAtMs))).toBe('new');
      await server.kill();
      await expect(store.remember(use('kept', signedAtMs))).rejects.toThrow(/away/);
      await setTimeout(1500);
      await server.run();
      await isBack(redis);
      expect(await store.remember(use('kept', signedAtMs))).toBe('forgotten');
      expect(await store.remember(use('fresh'))).toBe('new');
    });

    it('a store that hangs costs one deadline, then nothing', async () => {
      const redis = await connect();
      const { store } = await openRedisNonces(redis);
      server.pause();
      const times: number[] = [];
      for (let call = 0; call < 3; call += 1) {
        const startedMs = performance.now();
        await expect(store.remember(use(`${call}`))).rejects.toThrow(/away/);
        times.push(performance.now() - startedMs);
      }
      server.goOn();
      expect(times[0]).toBeGreaterThanOrEqual(deadlineMs - 1);
      expect(Math.max(...times.slice(1))).toBeLessThan(deadlineMs);
      await isBack(redis);
      expect(await store.remember(use('after'))).toBe('new');
    });

    it('a full store refuses, and one that would evict nonces is not taken', async () => {
      const redis = await connect();
      const { store } = await openRedisNonces(redis);
      await server.command('CONFIG SET maxmemory 1');
      await expect(store.remember(use('full'))).rejects.toThrow(/OOM/);
      await server.command('CONFIG SET maxmemory 100mb');
      await server.command('CONFIG SET maxmemory-policy allkeys-lru');
      await expect(openRedisNonces(redis)).rejects.toThrow(/noeviction/);
      await server.command('CONFIG SET maxmemory-policy noeviction');
      await server.command('CONFIG SET maxmemory 0');
    });
  });

  describe('flow control', () => {
    const members = ['a', 'b', 'c'] as const;
    const step = fc.record({ member: fc.constantFrom(...members), afterMs: fc.integer({ min: 0, max: 3000 }) });

    it('decides as the one in memory does, whoever calls and whenever', async () => {
      const redis = await connect();
      let bucket = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { minLength: 1, maxLength: 40 }),
          fc.constantFrom(
            { queriesPerSecond: 2, burst: 4 },
            { queriesPerSecond: 0.5, burst: 1 },
            { queriesPerSecond: 10, burst: 3 },
          ),
          async (steps, limit) => {
            let nowMs = 1000;
            bucket += 1;
            const local = createFlowControl();
            const shared = createRedisFlowControl(redis, { whenAway: 'closed', local, clock: () => nowMs });
            const memory = createFlowControl();
            for (const { member, afterMs } of steps) {
              nowMs += afterMs;
              const question = { bucket: String(bucket), member, limit };
              const given = await shared.take({ ...question, isOfMachine: false }, 0);
              expect(given.ok).toBe(memory.take(question, nowMs).ok);
            }
          },
        ),
        { numRuns: 40 },
      );
    });

    it('holds for two engines together', async () => {
      const engines = await Promise.all([connect(), connect()]);
      const limit = { queriesPerSecond: 0.001, burst: 10 };
      const flows = engines.map((redis) =>
        createRedisFlowControl(redis, { whenAway: 'closed', local: createFlowControl() }),
      );
      const calls = Array.from({ length: 40 }, (_, at) =>
        flows[at % 2]?.take({ bucket: 'instance x', member: 'key', limit, isOfMachine: false }, 0),
      );
      expect((await Promise.all(calls)).filter((verdict) => verdict?.ok === true)).toHaveLength(10);
    });

    it.each([
      ['open', [true, true, true]],
      ['local', [true, true, false]],
      ['closed', [false, false, false]],
    ] as const)('a store that is away means what is configured: %s', async (whenAway, expected) => {
      const redis = await connect();
      await redis.close();
      const flow = createRedisFlowControl(redis, { whenAway, local: createFlowControl() });
      const question = { bucket: 'b', member: 'm', limit: { queriesPerSecond: 0.001, burst: 2 }, isOfMachine: false };
      const given: boolean[] = [];
      for (let call = 0; call < 3; call += 1) given.push((await flow.take(question, call)).ok);
      expect(given).toEqual(expected);
    });
  });

  describe('uploads', () => {
    const limits = { maxStoredBytes: 1000, lifetimeMs: 60_000 };
    const request = { principalId: 'p', account: 'a', holder: 'h', authority: 'x', accountQuota: 3, holderQuota: 2 };
    const open = async (): Promise<RedisUploads> => {
      const redis = await connect();
      return new RedisUploads(redis, {
        limits,
        bytes: redisObjectBytes(redis),
        budget: createByteBudget(() => 10_000),
      });
    };
    const signal = (): AbortSignal => AbortSignal.timeout(5000);
    const issue = async (store: RedisUploads): Promise<string> => {
      const issued = await store.issue(request);
      if (!issued.ok) throw new Error(issued.full);
      return issued.key;
    };
    const begin = async (store: RedisUploads, key: string): Promise<UploadWriter> => {
      const writer = await store.begin(key);
      if (typeof writer === 'string') throw new Error(writer);
      return writer;
    };
    const upload = async (store: RedisUploads, bytes: number): Promise<string> => {
      const key = await issue(store);
      const writer = await begin(store, key);
      writer.write(Buffer.alloc(bytes, 7));
      await writer.finish(signal());
      return key;
    };

    it('one engine issues, another receives, a third reads and removes', async () => {
      const [first, second, third] = [await open(), await open(), await open()];
      expect((await first.policySecret()).secret).toEqual((await second.policySecret()).secret);
      const key = await issue(first);
      const writer = await begin(second, key);
      expect(await first.begin(key)).toBe('used');
      writer.write(Buffer.from('pic'));
      writer.write(Buffer.from('ture'));
      await writer.finish(signal());
      const object = await third.find(key);
      expect(object).toMatchObject({ state: 'stored', bytes: 7, principalId: 'p', authority: 'x' });
      if (object === undefined) throw new Error('the object has gone');
      expect(Buffer.from(await third.read(object, signal())).toString()).toBe('picture');
      await third.remove(object);
      expect(await first.find(key)).toBeUndefined();
      expect(await first.begin('imagesearch/../../etc')).toBe('unknown');
    });

    it('quotas hold for all engines, and what is removed makes room', async () => {
      const [first, second] = [await open(), await open()];
      const key = await issue(first);
      await issue(second);
      expect(await first.issue(request)).toEqual({ ok: false, full: 'holder', limit: 2 });
      expect((await first.issue({ ...request, holder: 'other' })).ok).toBe(true);
      expect(await second.issue({ ...request, holder: 'third' })).toEqual({ ok: false, full: 'account', limit: 3 });
      const writer = await begin(second, key);
      await writer.abandon();
      expect((await first.issue(request)).ok).toBe(true);
    });

    it('bytes are bounded over all engines', async () => {
      const [first, second] = [await open(), await open()];
      const key = await upload(first, 600);
      await expect(upload(second, 600)).rejects.toMatchObject({ code: 'ENOSPC' });
      const object = await first.find(key);
      if (object !== undefined) await first.remove(object);
      expect(await upload(second, 600)).toMatch(/^imagesearch/);
      expect(second.storedBytes()).toBe(0);
    });
  });
});
