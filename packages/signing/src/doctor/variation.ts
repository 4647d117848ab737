import type { CauseId } from './cause.ts';

/** A guess at what the caller did, proven when it reproduces the caller's signature. */
export interface Variation {
  readonly cause: CauseId;
  /** What differs: `host`, `method`, `query`, the name of a header or a parameter. */
  readonly part: string;
  /** The value received. */
  readonly received: string;
  /** The value signed. */
  readonly signed: string;
  /** Approximate number of bytes hashed to try it. */
  readonly costBytes: number;
  /** Whether it yields the caller's signature. */
  readonly reproduces: () => Promise<boolean>;
}

/** Result of trying variations in order. */
export interface Trial {
  readonly found: Variation | undefined;
  readonly tried: number;
  /** False when the budget ended the search. */
  readonly exhaustive: boolean;
}

/** Tries variations until one reproduces the signature or the budget is spent. */
export async function tryVariations(variations: Iterable<Variation>, budgetBytes: number): Promise<Trial> {
  let tried = 0;
  let spentBytes = 0;
  for (const variation of variations) {
    spentBytes += variation.costBytes;
    if (spentBytes > budgetBytes) return { found: undefined, tried, exhaustive: false };
    tried += 1;
    if (await variation.reproduces()) return { found: variation, tried, exhaustive: true };
  }
  return { found: undefined, tried, exhaustive: true };
}
