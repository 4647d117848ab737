/** Bytes that all requests together may hold. */
export interface ByteBudget {
  /** Takes `bytes`, or nothing when they are not left. */
  readonly take: (bytes: number) => boolean;
  readonly give: (bytes: number) => void;
  readonly used: () => number;
}

/**
 * A bounded account of bytes.
 * @param maxBytes  asked every time: a reload may change it.
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
