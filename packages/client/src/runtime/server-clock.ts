/** The server's time as far as known: the local clock plus the difference seen in the server's answers. */
export interface ServerClock {
  readonly now: () => Date;
  /**
   * Adopts the time of an answer's `Date` header.
   * @returns whether that changed anything; if not, a retry is pointless.
   */
  readonly correct: (dateHeader: string | null) => boolean;
}

/** Smallest difference that counts as a wrong clock, as `Date` headers have whole seconds and arrive late. */
const toleranceMs = 10_000;

/** Starts with the local clock. */
export function createServerClock(localNow: () => number): ServerClock {
  let offsetMs = 0;
  return {
    now: () => new Date(localNow() + offsetMs),
    correct: (dateHeader) => {
      const serverMs = Date.parse(dateHeader ?? '');
      if (Number.isNaN(serverMs)) return false;
      const newOffsetMs = serverMs - localNow();
      if (Math.abs(newOffsetMs - offsetMs) < toleranceMs) return false;
      offsetMs = newOffsetMs;
      return true;
    },
  };
}
