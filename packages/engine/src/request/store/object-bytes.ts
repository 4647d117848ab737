import { script } from '../../redis-connection.ts';
import type { RedisConnection } from '../../redis-connection.ts';

/** A picture to store. */
export interface KeptBytes {
  readonly key: string;
  readonly content: Buffer;
  /** Time after which it may be deleted automatically. */
  readonly lifetimeMs: number;
}

/** Storage of uploaded pictures. Methods reject when the store fails. */
export interface ObjectBytes {
  readonly put: (kept: KeptBytes, signal: AbortSignal) => Promise<void>;
  readonly get: (key: string, signal: AbortSignal) => Promise<Uint8Array | undefined>;
  readonly remove: (key: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

const set = script(`return redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])`);
const get = script(`return redis.call('GET', KEYS[1])`);
const drop = script(`return redis.call('DEL', KEYS[1])`);

/** Storage in Valkey or Redis itself, without an object storage. */
export function redisObjectBytes(redis: RedisConnection): ObjectBytes {
  const keysOf = (key: string): string[] => [`upload-bytes:${key}`];
  return {
    put: async ({ key, content, lifetimeMs }) => {
      await redis.run({ port: 'uploads', script: set, keys: keysOf(key), values: [content, Math.ceil(lifetimeMs)] });
    },
    get: async (key) => {
      const answer = await redis.runBytes({ port: 'uploads', script: get, keys: keysOf(key), values: [] });
      return Buffer.isBuffer(answer) ? answer : undefined;
    },
    remove: async (key) => {
      await redis.run({ port: 'uploads', script: drop, keys: keysOf(key), values: [] });
    },
    close: async () => undefined,
  };
}
