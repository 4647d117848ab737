/** A seeded generator of numbers in [0, 1): evaluation pictures are the same on every run. */
export type Random = () => number;

/** @source Park and Miller's minimal standard generator, with a scrambled seed. */
export function seeded(seed: number): Random {
  let state = ((Math.imul(seed + 1, 0x9e37_79b1) >>> 1) % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return (state - 1) / 2_147_483_646;
  };
}

/** A stable 32-bit hash of a text (FNV-1a), for splits that do not depend on order. */
export function hashText(text: string): number {
  let hash = 0x811c_9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x0100_0193);
  return hash >>> 0;
}

/** A uniformly drawn element of a non-empty list. */
export function draw<Value>(values: readonly Value[], random: Random): Value {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new RangeError('cannot draw from an empty list');
  return value;
}
