import { idleMs } from '../access/flow-control.ts';
import type { FlowControl, FlowQuestion, FlowVerdict, LocalFlowControl } from '../access/flow-control.ts';
import { script } from '../../redis-connection.ts';
import type { RedisConnection } from '../../redis-connection.ts';

/** The arithmetic of `createFlowControl` in one atomic step, by the store's clock. A clock set back adds no tokens and continues from there. */
const take = script(`
local rate, burst, who, idle = tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3], tonumber(ARGV[4])
local now = tonumber(ARGV[5])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000 + time[2] / 1000
end
local text = redis.call('GET', KEYS[1])
local bucket = text and cjson.decode(text) or { spare = burst, at = now, members = {} }
local members = bucket.members
local function count()
  local size = 0
  for _ in pairs(members) do size = size + 1 end
  return size
end
local size = count()
local income = math.max(0, now - bucket.at) / 1000 * rate
bucket.at = now
if size == 0 then
  bucket.spare = bucket.spare + income
else
  local part, room, held, gone = income / size, math.max(1, burst / size), 0, {}
  for name, member in pairs(members) do
    bucket.spare = bucket.spare + math.max(0, member.tokens + part - room)
    member.tokens = math.min(room, member.tokens + part)
    if now - member.seen <= idle then
      held = held + member.tokens
    else
      bucket.spare = bucket.spare + member.tokens
      table.insert(gone, name)
    end
  end
  for _, name in ipairs(gone) do members[name] = nil end
  bucket.spare = math.min(bucket.spare, math.max(0, burst - held))
end
if size == 0 then bucket.spare = math.min(bucket.spare, burst) end
local member = members[who]
if not member then
  local others = count()
  local part = math.min(bucket.spare, burst / (others + 1))
  bucket.spare = bucket.spare - part
  member = { tokens = others == 0 and part or math.max(1, part), seen = now }
  members[who] = member
end
member.seen = now
local ok = 1
if member.tokens >= 1 then
  member.tokens = member.tokens - 1
elseif bucket.spare >= 1 then
  bucket.spare = bucket.spare - 1
else
  ok = 0
end
redis.call('SET', KEYS[1], cjson.encode(bucket), 'PX', math.min(86400000, math.ceil(idle + 1000 + 1000 * burst / rate)))
return { ok, tostring(member.tokens), count() }
`);

/** Behaviour while the store is unreachable: this engine's own limits, everything allowed, or everything refused. */
export type WhenAway = 'local' | 'open' | 'closed';

/** Options of shared flow control. */
export interface RedisFlowOptions {
  readonly whenAway: WhenAway;
  /** Counts the limits of this machine, and all limits while the store is unreachable. */
  readonly local: LocalFlowControl;
  /** Replaces the store's clock in tests, in milliseconds. */
  readonly clock?: () => number;
}

/** Token buckets in a shared store: limits of instances and keys apply to all engines together. */
export function createRedisFlowControl(redis: RedisConnection, options: RedisFlowOptions): FlowControl {
  const { whenAway, local, clock } = options;
  return {
    take: async (question, nowMs) => {
      if (question.isOfMachine) return local.take(question, nowMs);
      try {
        return await ask(redis, question, clock?.() ?? '');
      } catch (cause) {
        if (whenAway === 'open') return { ok: true };
        if (whenAway === 'local') return local.take(question, nowMs);
        return { ok: false, isAway: true, cause };
      }
    },
  };
}

async function ask(
  redis: RedisConnection,
  { bucket, member, limit: { queriesPerSecond, burst } }: FlowQuestion,
  now: number | '',
): Promise<FlowVerdict> {
  const values = [queriesPerSecond, burst, member, idleMs, now];
  const answer = await redis.run({ port: 'buckets', script: take, keys: [`bucket:${bucket}`], values });
  const [ok, tokens, members] = answer as readonly [number, string, number];
  if (ok === 1) return { ok: true };
  const stepMs = (1000 * members) / queriesPerSecond;
  return { ok: false, waitMs: Math.ceil((1 - Number(tokens)) * stepMs), stepMs };
}
