/** The server's time as far as it is known: the local clock plus what the server's answers showed it to be off by. */
export interface ServerClock {
  readonly now: () => Date;
  /**
   * Takes over the time of an answer's `Date` header.
   * @returns whether that changed anything; if not, trying again is pointless.
   */
  readonly correct: (dateHeader: string | null) => boolean;
}

/** `Date` headers count whole seconds and arrive late; less than this is no error of the clock. */
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
