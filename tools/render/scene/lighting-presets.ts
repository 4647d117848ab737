import { cross, normalize, scale, vector } from '../math/vector.ts';
import type { Vector } from '../math/vector.ts';
import { colour } from '../texture/colour.ts';
import type { Lamp, Lighting, Panel } from '../trace/lighting.ts';

/** Names of the ready-made lights. */
export const lightNames = ['studio', 'daylight', 'evening', 'cool', 'flash'] as const;

/** One of the ready-made lights. */
export type LightName = (typeof lightNames)[number];

function lamp(towards: Vector, spread: number, strength: Vector): Lamp {
  return { towards: normalize(towards), spread, strength };
}

function panel(towards: Vector, [halfWidth, halfHeight]: readonly [number, number], radiance: Vector): Panel {
  const middle = normalize(towards);
  const right = normalize(cross(vector(0, 1, 0), middle));
  return { towards: middle, right, up: cross(middle, right), halfWidth, halfHeight, radiance };
}

const white = vector(1, 1, 1);

/** A large soft box from the left, a weak one from the right: the usual product picture. */
const studio: Lighting = {
  lamps: [lamp(vector(-0.7, 1.1, 0.75), 0.32, scale(white, 0.82))],
  panels: [
    panel(vector(-0.8, 0.75, 0.75), [0.4, 0.6], scale(white, 11)),
    panel(vector(0.95, 0.5, 0.35), [0.18, 0.7], scale(white, 4)),
  ],
  zenith: scale(white, 0.55),
  horizon: scale(colour(0xfffaf4), 0.42),
  nadir: scale(white, 0.2),
  exposure: 1,
};

/** Window light on an ordinary day. */
const daylight: Lighting = {
  lamps: [lamp(vector(0.85, 0.95, 0.55), 0.2, scale(colour(0xfffaf0), 0.85))],
  panels: [
    panel(vector(0.9, 0.6, 0.5), [0.22, 0.4], scale(colour(0xf4f8ff), 13)),
    panel(vector(0.55, 0.6, 0.95), [0.16, 0.4], scale(colour(0xf4f8ff), 10)),
  ],
  zenith: scale(colour(0xe4ecff), 0.42),
  horizon: scale(colour(0xfff8f0), 0.34),
  nadir: scale(colour(0xe8d8c8), 0.2),
  exposure: 1,
};

/** A low warm lamp from the right, blue dusk elsewhere. */
const evening: Lighting = {
  lamps: [lamp(vector(1, 0.55, 0.35), 0.1, scale(colour(0xffd6a8), 1.0))],
  panels: [panel(vector(0.95, 0.5, 0.35), [0.16, 0.2], scale(colour(0xffd8a8), 14))],
  zenith: scale(colour(0xc4cae0), 0.22),
  horizon: scale(colour(0xf0d4b8), 0.21),
  nadir: scale(colour(0xc8a890), 0.15),
  exposure: 1.05,
};

/** Cool light from a side window, deep shadows. */
const cool: Lighting = {
  lamps: [lamp(vector(-1, 0.5, 0.25), 0.24, scale(colour(0xe4eeff), 0.9))],
  panels: [panel(vector(-1, 0.35, 0.15), [0.35, 0.55], scale(colour(0xe4eeff), 10))],
  zenith: scale(colour(0xccd8f0), 0.32),
  horizon: scale(colour(0xccd8f0), 0.28),
  nadir: scale(colour(0xa8a8b0), 0.16),
  exposure: 1.15,
};

/** The small hard light beside the lens of a telephone. */
const flash: Lighting = {
  lamps: [lamp(vector(0.12, 0.5, 1), 0.03, scale(white, 0.85))],
  panels: [panel(vector(0.12, 0.5, 1), [0.06, 0.06], scale(white, 26))],
  zenith: scale(colour(0xfff0dc), 0.24),
  horizon: scale(colour(0xfff0dc), 0.2),
  nadir: scale(colour(0xe0c8b0), 0.12),
  exposure: 1,
};

/** The ready-made lights by name. */
export const lights: Readonly<Record<LightName, Lighting>> = { studio, daylight, evening, cool, flash };
