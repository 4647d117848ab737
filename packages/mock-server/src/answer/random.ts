/** Numbers from 0 to below 1, the same sequence for the same seed. */
export type Random = () => number;

/**
 * Seeded random numbers (mulberry32, Tommy Ettinger's public-domain generator). Not for cryptography.
 * @param parts  non-negative integers that identify the sequence, e.g. a seed and the number of a call.
 */
export function createRandom(...parts: readonly number[]): Random {
  let state = parts.reduce((mixed, part) => mix(Math.imul(mixed ^ part, 0x9e3779b1) + 0x7f4a7c15), 0x243f6a88);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Murmur3's finaliser. */
function mix(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

/** An upper-case UUID (version 4) from the given random numbers. */
export function randomUuid(random: Random): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(random() * 16));
  digits[12] = 4;
  digits[16] = 8 + ((digits[16] ?? 0) & 3);
  const text = digits.map((digit) => digit.toString(16)).join('');
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)]
    .join('-')
    .toUpperCase();
}
