/** An estimate of the server's capacity. All times are from `performance.now`. */
export interface ServerEstimate {
  /** Attempts that may be in progress at once: a whole number, 1 or more. */
  readonly window: () => number;
  /** Shortest time between two starts, in milliseconds; 0 while the server has refused nothing. */
  readonly gapMs: () => number;
  /** Forgets the measurements, for instance after idle time. */
  readonly restart: (nowMs: number) => void;
  /** An attempt was served. `isFull`: the whole window was in progress. */
  readonly served: (nowMs: number, isFull: boolean) => void;
  /** An attempt was refused while `underWay` attempts were in progress, itself included. */
  readonly refused: (nowMs: number, startedMs: number, underWay: number) => void;
}

/** Start of an estimate. */
export interface EstimateOptions {
  readonly firstWindow: number;
  readonly maxWindow: number;
  readonly nowMs: number;
}

/** Factor by which a round of the slow start has to be faster than the best one before; otherwise the server is at its limit. */
const faster = 1.15;
/** Factor of the served rate that is tried after a refusal, which shows that the rate was too high. */
const backOff = 0.85;
/** Smallest rate, in starts per millisecond. */
const minRate = 0.001;

/**
 * Learns a window and a rate from answers.
 *
 * The window doubles each round until the server refuses or serves no faster, then grows by one per round. A refusal sets the rate slightly
 * below the one served since the previous refusal; from there it grows, slowly at first.
 * @source window: slow start and congestion avoidance, RFC 5681; rate: the AWS SDKs' adaptive retry mode, with the measured rate of
 * successes instead of that of requests.
 */
export function createServerEstimate({ firstWindow, maxWindow, nowMs: createdMs }: EstimateOptions): ServerEstimate {
  let window = firstWindow;
  let isSlowStart = true;
  let rate = Number.POSITIVE_INFINITY;
  let servedCount = 0;
  let sinceMs = createdMs;
  const isFaster = createRounds(createdMs);
  const restart = (nowMs: number): void => {
    servedCount = 0;
    sinceMs = nowMs;
  };
  return {
    window: () => Math.floor(window),
    gapMs: () => 1 / rate,
    restart,
    served: (nowMs, isFull) => {
      servedCount += 1;
      rate *= 1 + Math.min(0.1, servedCount / 200);
      if (!isFaster(nowMs, isFull ? window : 0)) isSlowStart = false;
      if (isFull) window = Math.min(maxWindow, window + (isSlowStart ? 1 : 1 / window));
    },
    refused: (nowMs, startedMs, underWay) => {
      // Attempts in progress at the last refusal give no new information.
      if (startedMs < sinceMs) return;
      const servedRate = Math.max(0.5, servedCount) / Math.max(1, nowMs - sinceMs);
      // A server that accumulates unused capacity serves faster for a while than it can sustain; one that does not is only slower. Hence
      // the mean.
      const mean = rate < Number.POSITIVE_INFINITY ? Math.sqrt(rate * servedRate) : servedRate;
      rate = Math.max(minRate, Math.min(rate, mean * backOff));
      window = Math.max(1, underWay * 0.7);
      isSlowStart = false;
      restart(nowMs);
    },
  };
}

/** Detects whether rounds still get faster; a round is one full window of served attempts, and a `window` of 0 ends it. */
function createRounds(createdMs: number): (nowMs: number, window: number) => boolean {
  let served = 0;
  let beganMs = createdMs;
  let bestRate = 0;
  return (nowMs, window) => {
    served += 1;
    const isDone = served >= window;
    const rate = served / (nowMs - beganMs);
    const isFaster = !isDone || window === 0 || rate >= bestRate * faster;
    if (isDone) {
      if (window > 0) bestRate = Math.max(bestRate, rate);
      served = 0;
      beganMs = nowMs;
    }
    return isFaster;
  };
}
