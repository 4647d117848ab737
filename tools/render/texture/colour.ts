import { mix, vector } from '../math/vector.ts';
import type { Vector } from '../math/vector.ts';

/** Linear colour from an sRGB number such as `0x2f6f8f`. */
export function colour(hex: number): Vector {
  return vector(toLinear(hex >> 16), toLinear((hex >> 8) & 255), toLinear(hex & 255));
}

function toLinear(byte: number): number {
  const value = byte / 255;
  return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** Lighter (amount > 0, towards white) or darker (amount < 0, towards black). */
export function shade(base: Vector, amount: number): Vector {
  return amount >= 0 ? mix(base, vector(1, 1, 1), amount) : mix(base, vector(0, 0, 0), -amount);
}
