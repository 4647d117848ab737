/** Keeps `value` between `low` and `high`. */
export function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value;
}

/** 0 below `from`, 1 above `to`, an S-curve between. */
export function smoothstep(from: number, to: number, value: number): number {
  const t = clamp((value - from) / (to - from), 0, 1);
  return t * t * (3 - 2 * t);
}

export function lerp(a: number, b: number, amount: number): number {
  return a + (b - a) * amount;
}

/** Fractional part, always 0 ≤ result < 1. */
export function fraction(value: number): number {
  return value - Math.floor(value);
}

export function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/** |base|^exponent with the sign of the base: the building brick of superellipses. */
export function signedPower(base: number, exponent: number): number {
  return Math.sign(base) * Math.abs(base) ** exponent;
}
