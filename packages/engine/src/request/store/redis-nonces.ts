import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { NonceStore, NonceVerdict } from '@semblance/signing/verify';
import { StartError } from '../../config/start-error.ts';
import type { Nonces } from '../state/open-nonces.ts';
import { script } from '../../redis-connection.ts';
import type { RedisConnection } from '../../redis-connection.ts';

/**
 * Remembers a nonce atomically. `since` is the time from which the store knows all nonces; requests signed at or before it are refused. It
 * starts again whenever the store, or its run, is another one, so that nonces lost by a restart or failover do not count as new.
 */
const remember = script(`
local run = string.match(redis.call('INFO', 'server'), 'run_id:(%w+)')
local known = redis.call('HMGET', KEYS[1], 'run', 'since')
local since = tonumber(known[2])
if known[1] ~= run or not since then
  local time = redis.call('TIME')
  since = time[1] * 1000
  redis.call('HSET', KEYS[1], 'run', run, 'since', since)
end
if redis.call('EXISTS', KEYS[2]) == 1 then return 'used' end
if ARGV[1] == '' then return tostring(since) end
if tonumber(ARGV[1]) <= since then return 'forgotten' end
redis.call('SET', KEYS[2], '1', 'PX', ARGV[2])
return 'new'
`);

/** Key of the time from which the store knows all nonces. */
const epoch = 'nonces';
const secondMs = 1000;

/** Used nonces in a shared store. When the store fails, requests are refused. @failure StartError for a store that may evict nonces. */
export async function openRedisNonces(redis: RedisConnection): Promise<Nonces> {
  await refuseEviction(redis);
  const store: NonceStore = {
    // Unknown: the store also contains other keys.
    size: () => 0,
    remember: async ({ accessKeyId, nonce, signedAtMs, keepForMs }) => {
      const digest = createHash('sha256').update(`${accessKeyId.length}:${accessKeyId}${nonce}`).digest('hex');
      const keys = [epoch, `nonce:${digest.slice(0, 32)}`];
      const values = [signedAtMs, Math.ceil(keepForMs)];
      return (await redis.run({ port: 'nonces', script: remember, keys, values })) as NonceVerdict;
    },
  };
  return { store, ready: () => secondAfterEpoch(redis), close: async () => undefined, abandon: () => undefined };
}

/**
 * Waits until the second after the store's start. Signature dates are whole seconds, so requests signed in that second cannot be
 * distinguished from earlier ones.
 */
async function secondAfterEpoch(redis: RedisConnection): Promise<void> {
  try {
    const keys = [epoch, 'nonce:none'];
    const since = Number(await redis.run({ port: 'nonces', script: remember, keys, values: ['', 0] }));
    const waitMs = since + secondMs - Date.now();
    if (waitMs > 0) await setTimeout(Math.min(secondMs, waitMs));
  } catch {
    // Unreachable: requests are refused until it is back.
  }
}

async function refuseEviction(redis: RedisConnection): Promise<void> {
  const memory = await redis.info('memory').catch(() => '');
  const policy = /maxmemory_policy:(?<policy>\S+)/.exec(memory)?.groups?.['policy'] ?? 'noeviction';
  const bound = Number(/maxmemory:(?<bound>\d+)/.exec(memory)?.groups?.['bound'] ?? 0);
  if (bound === 0 || policy === 'noeviction') return;
  throw new StartError(
    `store: its maxmemory-policy is ${policy}, which may evict used nonces and so let requests be replayed; set it to noeviction (CONFIG SET maxmemory-policy noeviction)`,
  );
}
