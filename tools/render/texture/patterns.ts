import { fractalNoise, noise } from '../math/noise.ts';
import { fraction, smoothstep } from '../math/scalar.ts';
import type { Random } from '../math/random.ts';
import { mix } from '../math/vector.ts';
import type { Vector } from '../math/vector.ts';
import type { Texture } from '../trace/material.ts';

/** Colours a pattern is made of. */
export interface Palette {
  readonly base: Vector;
  readonly accent: Vector;
  readonly detail: Vector;
}

type Pattern = (palette: Palette, random: Random) => Texture;

const rings: Pattern = ({ base, accent, detail }, random) => {
  const count = Math.round(random.range(3, 9));
  const width = random.range(0.25, 0.6);
  return ({ v }) => {
    const position = fraction(v * count);
    const band = smoothstep(0, 0.03, position) - smoothstep(width, width + 0.03, position);
    return mix(base, Math.floor(v * count) % 2 === 0 ? accent : detail, band);
  };
};

const pinstripes: Pattern = ({ base, accent }, random) => {
  const count = Math.round(random.range(10, 26));
  const width = random.range(0.2, 0.5);
  return ({ u }) => mix(base, accent, 1 - smoothstep(width, width + 0.08, 2 * Math.abs(fraction(u * count) - 0.5)));
};

const dots: Pattern = ({ base, accent, detail }, random) => {
  const count = Math.round(random.range(8, 16));
  const size = random.range(0.2, 0.38);
  return ({ u, v }) => {
    const row = Math.floor(v * count * 0.45);
    const column = u * count + (row % 2) * 0.5;
    const apart = Math.hypot(fraction(column) - 0.5, fraction(v * count * 0.45) - 0.5);
    return mix(base, (Math.floor(column) + row) % 3 === 0 ? detail : accent, 1 - smoothstep(size, size + 0.04, apart));
  };
};

const zigzag: Pattern = ({ base, accent, detail }, random) => {
  const count = Math.round(random.range(8, 14));
  const rows = random.range(3, 6);
  return ({ u, v }) => {
    const wave = Math.abs(fraction(u * count) - 0.5) * 0.9;
    const position = fraction(v * rows + wave);
    return position < 0.32 ? accent : position < 0.42 ? detail : base;
  };
};

const glazeDip: Pattern = ({ base, accent }, random) => {
  const level = random.range(0.35, 0.65);
  const seed = random.range(0, 100);
  return ({ u, v }) => {
    const angle = u * 2 * Math.PI;
    const edge = level + 0.09 * (noise(Math.cos(angle) * 2 + seed, Math.sin(angle) * 2, seed) - 0.5);
    return mix(base, accent, smoothstep(edge - 0.008, edge + 0.008, v));
  };
};

const speckles: Pattern = ({ base, accent, detail }, random) => {
  const seed = random.range(0, 100);
  const amount = random.range(0.6, 0.72);
  return ({ place }) => {
    const coarse = noise(place.x * 22 + seed, place.y * 22, place.z * 22);
    const fine = noise(place.x * 60, place.y * 60 + seed, place.z * 60);
    const toned = mix(base, detail, 0.3 * fractalNoise(place, 3, 3));
    return mix(toned, accent, smoothstep(amount + 0.12, amount + 0.17, coarse) + 0.8 * smoothstep(0.8, 0.85, fine));
  };
};

const leaves: Pattern = ({ base, accent, detail }, random) => {
  const count = Math.round(random.range(6, 10));
  const rows = random.range(2.2, 3.6);
  return ({ u, v }) => {
    const row = Math.floor(v * rows);
    const x = fraction(u * count + row * 0.5) - 0.5;
    const y = fraction(v * rows) - 0.5;
    const stem = Math.abs(x) < 0.02 && y < 0.35;
    const leaf = Math.abs(Math.abs(x) - 0.16 - y * 0.2) < 0.13 * (1 - 4 * y * y);
    return stem ? detail : leaf ? accent : base;
  };
};

const checks: Pattern = ({ base, accent, detail }, random) => {
  const count = Math.round(random.range(5, 10)) * 2;
  return ({ u, v }) => {
    const across = fraction(u * count) < 0.5;
    const along = fraction(v * count * 0.5) < 0.5;
    const line = Math.abs(fraction(u * count) - 0.75) < 0.04 || Math.abs(fraction(v * count * 0.5) - 0.75) < 0.04;
    const weave = across === along ? (across ? accent : base) : mix(base, accent, 0.45);
    return line ? detail : weave;
  };
};

const solid: Pattern =
  ({ base }) =>
  () =>
    base;

/** Decorations for things that turn on a wheel. */
export const patterns = { solid, rings, pinstripes, dots, zigzag, glazeDip, speckles, leaves, checks } as const;

/** The name of a decoration. */
export type PatternName = keyof typeof patterns;

/** All names, for choosing one. */
export const patternNames = Object.keys(patterns) as readonly PatternName[];
