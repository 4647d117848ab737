/** A seeded stream of numbers; the same seed gives the same stream on every machine. */
export interface Random {
  /** Uniform, 0 ≤ result < 1. */
  readonly next: () => number;
  /** Uniform between two bounds. */
  readonly range: (low: number, high: number) => number;
  /** One of the entries of a list that must not be empty. */
  readonly pick: <T>(list: readonly T[]) => T;
  /** True with the given probability. */
  readonly chance: (probability: number) => boolean;
}

/** Thirty-two mixed bits (the finalizer of MurmurHash3). */
export function mixBits(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** One seed from any number of words and numbers, in order. */
export function seedFrom(...parts: readonly (string | number)[]): number {
  let state = 0x9e3779b9;
  for (const character of parts.join('\u0000')) state = mixBits(Math.imul(state, 31) + (character.codePointAt(0) ?? 0));

  return state;
}

/** Mulberry32: small, fast, good enough for choosing colours and shapes. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    range: (low, high) => low + (high - low) * next(),
    pick: <T>(list: readonly T[]): T => pickAt(list, next()),
    chance: (probability) => next() < probability,
  };
}

function pickAt<T>(list: readonly T[], position: number): T {
  const picked = list[Math.floor(position * list.length)];
  if (picked === undefined) throw new RangeError('cannot pick from an empty list');
  return picked;
}
