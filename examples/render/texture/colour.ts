import { mix, vector, type Vector } from '../math/vector.ts';

/** Linear colour from an sRGB number such as `0x2f6f8f`. */
export function colour(hex: number): Vector {
  return vector(toLinear(hex >> 16), toLinear((hex >> 8) & 255), toLinear(hex & 255));
}

function toLinear(byte: number): number {
  const value = byte / 255;
  return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** Linear colour from hue (turns), saturation and lightness, each 0…1. */
export function hueColour(hue: number, saturation: number, lightness: number): Vector {
  const chroma = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number): number => {
    const sector = (((offset + hue * 12) % 12) + 12) % 12;
    return Math.round((lightness - chroma * Math.max(-1, Math.min(sector - 3, 9 - sector, 1))) * 255);
  };
  return colour((channel(0) << 16) | (channel(8) << 8) | channel(4));
}

/** Lighter (amount > 0, towards white) or darker (amount < 0, towards black). */
export function shade(base: Vector, amount: number): Vector {
  return amount >= 0 ? mix(base, vector(1, 1, 1), amount) : mix(base, vector(0, 0, 0), -amount);
}
