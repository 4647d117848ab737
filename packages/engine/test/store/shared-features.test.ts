import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import type { PictureHeader } from '@semblance/picture';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AnalysisTask } from '../../src/compare/analyser.ts';
import { entryName } from '../../src/compare/picture-digest.ts';
import { toEntry } from '../../src/compare/feature-entry.ts';
import type { EntrySeal } from '../../src/compare/feature-entry.ts';
import { openSharedFeatures } from '../../src/compare/shared-features.ts';
import type { SharedFeatures, SharedFeaturesOptions } from '../../src/compare/shared-features.ts';
import { connectRedis, script } from '../../src/redis-connection.ts';
import type { RedisConnection } from '../../src/redis-connection.ts';
import { call, pair } from '../service/support/call.ts';
import { plainPicture } from '../pictures/plain-features.ts';
import { ppm } from '../service/support/pictures.ts';
import { startTestEngine } from '../service/support/test-engine.ts';
import { hasRedis, RedisServer } from '../service/support/redis-server.ts';

const deadlineMs = 300;
const version = '1';
const secret = 'what only these engines know, 123';
let server: RedisServer;
let redis: RedisConnection;
const opened: SharedFeatures[] = [];
const [damages, faults]: [unknown[], unknown[]] = [[], []];

async function open(changes: Partial<SharedFeaturesOptions> = {}): Promise<SharedFeatures> {
  const cache = await openSharedFeatures({
    url: server.url,
    keyPrefix: 'test',
    deadlineMs,
    maxBytes: 1_000_000,
    lifetimeMs: 60_000,
    version,
    secret,
    onDamage: (cause) => damages.push(cause),
    onFault: (cause) => faults.push(cause),
    onCall: () => undefined,
    ...changes,
  });
  opened.push(cache);
  return cache;
}

function task(seed: number): AnalysisTask {
  const header = { format: 'png', width: 120, height: 120 } as unknown as PictureHeader;
  return { bytes: Uint8Array.of(seed, seed >> 8), header, profile: 'default' };
}

const picture = plainPicture;

const nameOf = (seed: number): string => entryName(version, task(seed));

/** An entry as an engine makes it. */
function entryOf(seed: number, changes: Partial<EntrySeal> = {}): Buffer {
  return toEntry({ name: nameOf(seed), secret, ...changes }, picture(seed)) ?? Buffer.alloc(0);
}

/** Puts bytes of the test's making under an entry's key. */
async function plant(seed: number, content: Buffer): Promise<void> {
  const set = script(`return redis.call('SET', KEYS[1], ARGV[1])`);
  await redis.run({ port: 'features', script: set, keys: [`features:${nameOf(seed)}`], values: [content] });
}

/** Puts are not waited for. */
async function kept(cache: SharedFeatures, seed: number): Promise<void> {
  await expect.poll(() => cache.get(task(seed)), { interval: 10 }).toEqual(picture(seed));
}

describe.runIf(hasRedis)('the feature cache that engines share, against a real Redis', () => {
  beforeAll(async () => {
    server = await RedisServer.start();
    const noop = (): void => undefined;
    redis = await connectRedis({ url: server.url, keyPrefix: 'test', deadlineMs: 1000, onCall: noop, onChange: noop });
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((cache) => cache.close()));
    damages.length = 0;
    faults.length = 0;
    await server.command('FLUSHALL');
  });
  afterAll(async () => {
    await redis.close();
    await server.remove();
  });

  it('what one keeps the other finds, under the same version only', async () => {
    const [first, second, other] = [await open(), await open(), await open({ version: '2' })];
    await first.put(task(1), picture(1));
    await kept(second, 1);
    expect(await other.get(task(1))).toBeUndefined();
    expect(await second.get(task(2))).toBeUndefined();
    expect([damages, faults]).toEqual([[], []]);
  });

  it('an entry that is damaged, of another picture, or made by nobody who knows the secret is a miss and is made anew', async () => {
    const cache = await open();
    const whole = entryOf(1);
    const flipped = Buffer.from(whole);
    flipped[whole.length - 9] = (flipped[whole.length - 9] ?? 0) ^ 1;
    const strange: readonly Buffer[] = [
      Buffer.alloc(0),
      Buffer.from('scribble'),
      whole.subarray(0, -1),
      flipped,
      entryOf(2),
      entryOf(1, { name: entryName('2', task(1)) }),
      entryOf(1, { secret: 'another secret of 32 characters .' }),
      entryOf(1, { secret: undefined }),
    ];
    for (const content of strange) {
      damages.length = 0;
      await plant(1, content);
      expect(await cache.get(task(1))).toBeUndefined();
      expect(damages).toHaveLength(1);
    }
    await cache.put(task(1), picture(1));
    await kept(cache, 1);
    await plant(1, whole);
    await kept(cache, 1);
  });

  it('an entry that is only read counts for as long as it is kept', async () => {
    const bytes = entryOf(1).length;
    const cache = await open({ maxBytes: Math.floor(bytes * 1.5), lifetimeMs: 500 });
    await cache.put(task(1), picture(1));
    await kept(cache, 1);
    for (let read = 0; read < 8; read += 1) {
      await setTimeout(100);
      expect(await cache.get(task(1))).toBeDefined();
    }
    await cache.put(task(2), picture(2));
    await kept(cache, 2);
    expect(await cache.get(task(1))).toBeUndefined();
  });

  it('holds no more bytes than it may, and gives up what was used least recently', async () => {
    const bytes = entryOf(1).length;
    const cache = await open({ maxBytes: Math.floor(bytes * 3.5) });
    for (const seed of [1, 2, 3]) {
      await cache.put(task(seed), picture(seed));
      await kept(cache, seed);
      await setTimeout(3);
    }
    await kept(cache, 1);
    await cache.put(task(4), picture(4));
    await kept(cache, 4);
    expect(await cache.get(task(2))).toBeUndefined();
    for (const seed of [1, 3, 4]) await kept(cache, seed);
    for (let seed = 5; seed < 60; seed += 1) {
      await cache.put(task(seed), picture(seed));
      await kept(cache, seed);
    }
    expect(await server.command('KEYS {test}:features:*')).toMatch(/^\*3\r\n/);
    expect(await server.command('HGET {test}:features-bytes all')).toContain(String(3 * bytes));
    const small = await open({ maxBytes: bytes - 1, keyPrefix: 'small' });
    await small.put(task(1), picture(1));
    await setTimeout(100);
    expect(await small.get(task(1))).toBeUndefined();
  });

  it('forgets what nobody asks for, and counts it no more', async () => {
    const cache = await open({ lifetimeMs: 400 });
    await cache.put(task(1), picture(1));
    await kept(cache, 1);
    await setTimeout(900);
    expect(await cache.get(task(1))).toBeUndefined();
    await cache.put(task(2), picture(2));
    await kept(cache, 2);
    expect(await server.command('HLEN {test}:features-bytes')).toBe(':2\r\n');
  });

  it('a full store keeps nothing and fails nothing', async () => {
    const cache = await open();
    await server.command('CONFIG SET maxmemory 1');
    await cache.put(task(1), picture(1));
    await expect.poll(() => faults.length).toBe(1);
    expect(String(faults[0])).toContain('OOM');
    expect(await cache.get(task(1))).toBeUndefined();
    expect(await server.command('KEYS *')).toBe('*0\r\n');
    await server.command('CONFIG SET maxmemory 0');
    await cache.put(task(1), picture(1));
    await kept(cache, 1);
  });

  it('a store that hangs costs one deadline and is told once; then nothing until it is back', async () => {
    const cache = await open();
    server.pause();
    const times: number[] = [];
    for (let ask = 0; ask < 3; ask += 1) {
      const startedMs = performance.now();
      expect(await cache.get(task(1))).toBeUndefined();
      times.push(performance.now() - startedMs);
    }
    server.goOn();
    expect(times[0]).toBeGreaterThanOrEqual(deadlineMs - 1);
    expect(Math.max(...times.slice(1))).toBeLessThan(deadlineMs);
    expect(faults).toHaveLength(1);
    await setTimeout(1200);
    await cache.put(task(1), picture(1));
    await kept(cache, 1);
  });

  it('a store that stops is a miss, and one that comes back serves again', async () => {
    const cache = await open();
    await server.kill();
    expect(await cache.get(task(1))).toBeUndefined();
    await cache.put(task(1), picture(1));
    await server.run();
    await expect
      .poll(async () => cache.put(task(1), picture(1)).then(() => cache.get(task(1))), {
        timeout: 10_000,
        interval: 100,
      })
      .toEqual(picture(1));
  });

  it('a picture that one engine has analysed is known to the other, and both answer while the store is away', async () => {
    const shared = { url: server.url.replace('//', '//default:@'), secret, deadlineMs: 2000 };
    const changes = { admin: { port: 0 }, featureCache: { memoryBytes: 0, shared } };
    const [first, second] = await Promise.all([startTestEngine(changes), startTestEngine(changes)]);
    const counted = async (engine: typeof first, what: string): Promise<number> => {
      const text = await (await fetch(`${engine.adminUrl ?? ''}/metrics`)).text();
      return Number(
        text
          .split('\n')
          .find((line) => line.startsWith(`${what} `))
          ?.split(' ')[1] ?? 0,
      );
    };
    const analysed = 'semblance_stage_seconds_count{stage="analyse"}';
    try {
      const told = await call(first);
      expect(told.status).toBe(200);
      expect(await counted(first, analysed)).toBe(2);
      await expect.poll(() => server.command('KEYS {semblance}:features:*')).toMatch(/^\*2\r\n/);
      const again = await call(second);
      expect(again.json['Score']).toBe(told.json['Score']);
      expect(await counted(second, analysed)).toBe(0);
      expect(await counted(second, 'semblance_feature_cache_total{layer="shared",result="hit"}')).toBe(2);
      expect(await counted(second, 'semblance_store_calls_total{port="features",result="ok"}')).toBe(2);
      for (const pid of first.workerPids())
        expect(await readFile(`/proc/${pid}/cmdline`, 'utf8')).not.toMatch(new RegExp(`${server.port}|${secret}`));
      await server.kill();
      for (const engine of [first, second]) {
        const fresh = { ...pair, PrimaryPicContent: ppm(122, 100, 100).toString('base64') };
        expect((await call(engine, fresh)).status).toBe(200);
      }
      await server.run();
    } finally {
      await Promise.all([first.stop(), second.stop()]);
    }
  }, 60_000);
});
