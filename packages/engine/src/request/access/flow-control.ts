/** A rate limit. */
export interface FlowLimit {
  /** Tokens per second. */
  readonly queriesPerSecond: number;
  /** Capacity of the bucket in tokens. */
  readonly burst: number;
}

/** A request for a token. */
export interface FlowQuestion {
  /** Whether the limit applies to this machine alone, independent of other engines. */
  readonly isOfMachine: boolean;
  /** Name of the bucket. */
  readonly bucket: string;
  /** The member that takes the token; members share a bucket evenly. */
  readonly member: string;
  readonly limit: FlowLimit;
}

/** A token, or the time until there is one for this member, and the interval between tokens. */
export type FlowVerdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly waitMs: number; readonly stepMs: number };

/** A verdict of remote buckets, which may be unreachable. */
export type SharedFlowVerdict = FlowVerdict | { readonly ok: false; readonly isAway: true; readonly cause: unknown };

/** Counts calls against their limits. */
export interface FlowControl {
  /** @param nowMs  time on a monotonic clock. */
  readonly take: (question: FlowQuestion, nowMs: number) => SharedFlowVerdict | Promise<SharedFlowVerdict>;
}

/** Flow control in this process, always available. */
export interface LocalFlowControl extends FlowControl {
  readonly take: (question: Omit<FlowQuestion, 'isOfMachine'>, nowMs: number) => FlowVerdict;
}

interface Member {
  tokens: number;
  seenAtMs: number;
}

interface Bucket {
  /** Spare tokens beyond every member's part, first come, first served. */
  spare: number;
  updatedAtMs: number;
  readonly members: Map<string, Member>;
}

/** Time without a call after which a member loses its part. */
export const idleMs = 10_000;

/**
 * Flow control by token buckets: `burst` calls at once, `queriesPerSecond` in the long run. Members of a bucket have equal parts of its
 * rate and burst; unused parts are available to all. So a flooding member cannot take another's part. Buckets survive a change of the
 * configuration; their number is that of instances and keys.
 */
export function createFlowControl(): LocalFlowControl {
  const buckets = new Map<string, Bucket>();
  return {
    take: ({ bucket: name, member: who, limit }, nowMs) => {
      const bucket = buckets.get(name) ?? {
        spare: limit.burst,
        updatedAtMs: nowMs,
        members: new Map<string, Member>(),
      };
      buckets.set(name, bucket);
      refill(bucket, limit, nowMs);
      const member = bucket.members.get(who) ?? join(bucket, who, limit);
      member.seenAtMs = nowMs;
      if (member.tokens >= 1) member.tokens -= 1;
      else if (bucket.spare >= 1) bucket.spare -= 1;
      else return refusal(bucket, member, limit);
      return { ok: true };
    },
  };
}

function refusal(bucket: Bucket, member: Member, limit: FlowLimit): FlowVerdict {
  const stepMs = (1000 * bucket.members.size) / limit.queriesPerSecond;
  return { ok: false, waitMs: Math.ceil((1 - member.tokens) * stepMs), stepMs };
}

/** Gives every member its part of the new tokens; the rest becomes spare, up to the burst in total. */
function refill(bucket: Bucket, { queriesPerSecond, burst }: FlowLimit, nowMs: number): void {
  const elapsedMs = Math.max(0, nowMs - bucket.updatedAtMs);
  bucket.updatedAtMs = Math.max(bucket.updatedAtMs, nowMs);
  const income = (elapsedMs / 1000) * queriesPerSecond;
  if (bucket.members.size === 0) bucket.spare += income;
  const part = income / bucket.members.size;
  const room = Math.max(1, burst / bucket.members.size);
  let held = 0;
  for (const [who, member] of bucket.members) {
    bucket.spare += Math.max(0, member.tokens + part - room);
    member.tokens = Math.min(room, member.tokens + part);
    if (nowMs - member.seenAtMs <= idleMs) {
      held += member.tokens;
      continue;
    }
    bucket.spare += member.tokens;
    bucket.members.delete(who);
  }
  bucket.spare = Math.min(bucket.spare, Math.max(0, burst - held));
}

/** Adds a member with its part of the spare tokens, at least one, as the others may have used everything. */
function join(bucket: Bucket, who: string, { burst }: FlowLimit): Member {
  const part = Math.min(bucket.spare, burst / (bucket.members.size + 1));
  bucket.spare -= part;
  const member = { tokens: bucket.members.size === 0 ? part : Math.max(1, part), seenAtMs: bucket.updatedAtMs };
  bucket.members.set(who, member);
  return member;
}
