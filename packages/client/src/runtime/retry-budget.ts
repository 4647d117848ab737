/** Retries that all calls of a client share. */
export interface RetryBudget {
  /** Takes a retry, if one is left. */
  readonly take: () => boolean;
  /** An attempt succeeded. */
  readonly succeeded: () => void;
}

/** Tokens of a new client: 20 retries. */
const capacity = 100;
/** Tokens per retry. A success returns one: in the long run one retry per five successes. */
const cost = 5;

/**
 * Limits retries, so that a failing server gets at most a fifth more requests from a client, however many calls it makes.
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
