import { connectRedis, script } from '../redis-connection.ts';
import type { RedisConnection } from '../redis-connection.ts';
import type { FeatureCache } from './feature-cache.ts';
import { fromEntry, toEntry } from './feature-entry.ts';
import { entryName } from './picture-digest.ts';

/** Where features are shared, and how much of them is kept. */
export interface SharedFeaturesOptions {
  /** `redis://` or `rediss://`. */
  readonly url: string;
  readonly keyPrefix: string;
  /** A call that takes longer has failed, and the cache counts as away for a second. */
  readonly deadlineMs: number;
  /** Of all entries of this prefix together; the least recently used go first. */
  readonly maxBytes: number;
  /** An entry that nobody has asked for goes after so long. */
  readonly lifetimeMs: number;
  /** Names model and features; entries made under another version are not found. */
  readonly version: string;
  /** Of all engines that share; entries made without it are not believed. */
  readonly secret: string;
  /** Hears of entries that were damaged or no one's: they count as absent. */
  readonly onDamage: (cause: unknown) => void;
  /** Hears when the store goes away, once until it is back. */
  readonly onFault: (cause: unknown) => void;
  /** Hears of every call. */
  readonly onCall: (seconds: number, isOk: boolean) => void;
}

/** A cache that other engines read and write too. No method throws: whatever is wrong with the store, features are made anew. */
export interface SharedFeatures extends FeatureCache {
  readonly close: () => Promise<void>;
}

/** Keys: what is kept of one picture; when each was used last; how many bytes each has, and all together. */
const [usedKey, bytesKey] = ['features-used', 'features-bytes'] as const;

/**
 * An entry, and that it was used: what is noted of all entries stays for as long as this one. A store too full to note this gives it all the
 * same.
 */
const read = script(`
local entry = redis.call('GET', KEYS[1])
if not entry then return false end
local time = redis.call('TIME')
for _, key in ipairs(KEYS) do redis.pcall('PEXPIRE', key, ARGV[2]) end
redis.pcall('ZADD', KEYS[2], 'XX', time[1] * 1000 + math.floor(time[2] / 1000), ARGV[1])
return entry
`);

/**
 * Keeps an entry within the bound of bytes. What has expired, and then what was used least recently, makes room first; a hundred at a time,
 * so that no call holds the store for long. A store without memory refuses the first step, before anything has changed.
 */
const write = script(`
local name, entry, lifetime, most = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local base = string.sub(KEYS[1], 1, #KEYS[1] - #name)
local total = tonumber(redis.call('HGET', KEYS[3], 'all') or '0')
if #entry > most then return 0 end
redis.call('HSET', KEYS[3], 'all', total)
local function drop(gone)
  total = total - tonumber(redis.call('HGET', KEYS[3], gone) or '0')
  redis.call('DEL', base .. gone)
  redis.call('HDEL', KEYS[3], gone)
  redis.call('ZREM', KEYS[2], gone)
end
drop(name)
for _, gone in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', now - lifetime, 'LIMIT', 0, 100)) do drop(gone) end
if total + #entry > most then
  for _, gone in ipairs(redis.call('ZRANGE', KEYS[2], 0, 99)) do
    if total + #entry <= most then break end
    drop(gone)
  end
end
local fits = total + #entry <= most
if fits then
  redis.call('SET', KEYS[1], entry, 'PX', lifetime)
  redis.call('ZADD', KEYS[2], now, name)
  redis.call('HSET', KEYS[3], name, #entry)
  total = total + #entry
end
redis.call('HSET', KEYS[3], 'all', math.max(0, total))
redis.call('PEXPIRE', KEYS[2], lifetime)
redis.call('PEXPIRE', KEYS[3], lifetime)
return fits and 1 or 0
`);

/** Entries that are on their way at once; a store that is slow is spared the others. */
const mostPending = 4;

/** Opens the cache that engines share. One that is away shows as misses. */
export async function openSharedFeatures(options: SharedFeaturesOptions): Promise<SharedFeatures> {
  const { url, keyPrefix, deadlineMs, onCall } = options;
  const redis = await connectRedis({
    url,
    keyPrefix,
    deadlineMs,
    onCall: (_port, seconds, isOk) => onCall(seconds, isOk),
    onChange: () => undefined,
  });
  return sharedFeatures(redis, options);
}

function sharedFeatures(redis: RedisConnection, options: SharedFeaturesOptions): SharedFeatures {
  const { version, secret, lifetimeMs, maxBytes, onDamage, onFault } = options;
  let isFailing = false;
  let pending = 0;
  const guarded = async <Value>(ask: () => Promise<Value>): Promise<Value | undefined> => {
    try {
      const value = await ask();
      isFailing = false;
      return value;
    } catch (cause) {
      if (!isFailing) onFault(cause);
      isFailing = true;
      return undefined;
    }
  };
  return {
    get: async (task) => {
      const name = entryName(version, task);
      const call = {
        port: 'features',
        script: read,
        keys: [`features:${name}`, usedKey, bytesKey],
        values: [name, lifetimeMs],
      } as const;
      const entry = await guarded(() => redis.runBytes(call));
      if (!Buffer.isBuffer(entry)) return undefined;
      const picture = fromEntry({ name, secret }, entry);
      if (picture === undefined)
        onDamage(new Error(`an entry of the shared feature cache was damaged, or made without its secret: ${name}`));
      return picture;
    },
    // Nobody waits for it: the answer is ready.
    put: async (task, picture) => {
      if (pending >= mostPending) return;
      const name = entryName(version, task);
      const entry = toEntry({ name, secret }, picture);
      if (entry === undefined) return;
      pending += 1;
      const values = [name, entry, lifetimeMs, maxBytes];
      const call = { port: 'features', script: write, keys: [`features:${name}`, usedKey, bytesKey], values } as const;
      void guarded(() => redis.run(call)).finally(() => {
        pending -= 1;
      });
    },
    close: () => redis.close(),
  };
}
