/** Budget of bytes held by all requests together. */
export interface ByteBudget {
  /** Reserves `bytes`. @returns false when they are not available. */
  readonly take: (bytes: number) => boolean;
  readonly give: (bytes: number) => void;
  readonly used: () => number;
}

/**
 * Makes a budget.
 * @param maxBytes  read at every use, as a reload may change it.
 */
export function createByteBudget(maxBytes: () => number): ByteBudget {
  let used = 0;
  return {
    take: (bytes) => {
      if (used + bytes > maxBytes()) return false;
      used += bytes;
      return true;
    },
    give: (bytes) => {
      used -= bytes;
    },
    used: () => used,
  };
}
