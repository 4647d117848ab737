import type { CauseId } from './cause.ts';

/** One guess at what the caller did: if the signature comes out, the guess is proven. */
export interface Variation {
  readonly cause: CauseId;
  /** What differs: `host`, `method`, `query`, the name of a header or a parameter. */
  readonly part: string;
  /** What arrived. */
  readonly received: string;
  /** What was signed. */
  readonly signed: string;
  /** Bytes that trying it hashes, roughly. */
  readonly costBytes: number;
  /** Whether the caller's signature comes out. */
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
