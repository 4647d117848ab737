import { monotonicMs } from '../../clock.ts';

/** A slowed peer gets a connection served so often, and none that would have to wait longer than this. */
export const gapMs = 100;
const longestWaitMs = 10_000;
/** After so long without an overrun a peer is served as others are. */
const slowedForMs = 10_000;
/** From so many on, those whose time is over are looked for. */
const manyPeers = 100;

/**
 * Peers whose connections have sent too many requests at once. Each such connection costs some twenty milliseconds, however soon it ends, as
 * everything that was read in one piece is parsed: new ones of that peer wait in line, and open ones in another (`HeldLines`), so that what is
 * left for other peers does not depend on how many it has.
 */
export interface SlowedPeers {
  readonly overrun: (peer: string) => void;
  /** Milliseconds until a connection may be served, 0 for peers that are not slowed; `undefined`: the line is too long. */
  readonly waitOf: (peer: string) => number | undefined;
}

/** @param now  milliseconds on the monotonic clock; injected by tests */
export function createSlowedPeers(now: () => number = monotonicMs): SlowedPeers {
  const slowed = new Map<string, { untilMs: number; nextAtMs: number }>();
  const forgetOver = (): void => {
    for (const [peer, { untilMs }] of slowed) if (untilMs <= now()) slowed.delete(peer);
  };
  return {
    overrun: (peer) => {
      if (slowed.size >= manyPeers) forgetOver();
      const nowMs = now();
      const nextAtMs = Math.max(slowed.get(peer)?.nextAtMs ?? 0, nowMs + gapMs);
      slowed.set(peer, { untilMs: nowMs + slowedForMs, nextAtMs });
    },
    waitOf: (peer) => {
      const one = slowed.get(peer);
      const nowMs = now();
      if (one === undefined || one.untilMs <= nowMs) return 0;
      const atMs = Math.max(nowMs, one.nextAtMs);
      const waitMs = atMs - nowMs;
      if (waitMs > longestWaitMs) return undefined;
      one.nextAtMs = atMs + gapMs;
      return waitMs;
    },
  };
}
