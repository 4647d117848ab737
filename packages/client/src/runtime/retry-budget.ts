/** Retries all calls of a client may make together. */
export interface RetryBudget {
  /** Takes a retry, if one is left. */
  readonly take: () => boolean;
  /** An attempt succeeded. */
  readonly succeeded: () => void;
}

/** Tokens of a client that has just been made: 20 retries. */
const capacity = 100;
/** Tokens of a retry. A success gives one back: in the long run one retry for five successes. */
const cost = 5;

/**
 * Bounds retries, so that a server in trouble gets at most a fifth more requests from a client, however many calls it has.
 * @source retry throttling of gRPC (gRFC A6): a bucket of tokens, filled by a share of the successes.
 */
export function createRetryBudget(): RetryBudget {
  let tokens = capacity;
  return {
    take: () => {
      if (tokens < cost) return false;
      tokens -= cost;
      return true;
    },
    succeeded: () => {
      tokens = Math.min(capacity, tokens + 1);
    },
  };
}
