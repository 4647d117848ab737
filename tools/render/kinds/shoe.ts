import type { Random } from '../math/random.ts';
import { lerp, smoothstep } from '../math/scalar.ts';
import { mix, vector } from '../math/vector.ts';
import { smoothCurve } from '../mesh/curve.ts';
import { loft, round, tube } from '../mesh/shapes.ts';
import type { Section } from '../mesh/shapes.ts';
import type { Surface } from '../mesh/surface.ts';
import { colour } from '../texture/colour.ts';
import { pickPalette } from '../texture/palettes.ts';
import type { Palette } from '../texture/patterns.ts';
import type { Texture } from '../trace/material.ts';
import { cloth, grained, matt, satin } from './finishes.ts';
import type { Model, Part } from './model.ts';

/** Measures of a shoe: heel to the left, toe to the right. */
interface ShoeShape {
  readonly collar: number;
  readonly toe: number;
  readonly width: number;
  readonly sole: number;
}

/** A laced sneaker: rubber sole, coloured upper with a side mark, tongue, collar and laces. */
export function makeShoe(random: Random): Model {
  const shape: ShoeShape = {
    collar: random.range(0.5, 0.85),
    toe: random.range(0.26, 0.34),
    width: random.range(0.3, 0.36),
    sole: random.range(0.1, 0.17),
  };
  const palette = pickPalette(random);
  const upper = upperTexture(palette, random);
  const skin = random.chance(0.5) ? cloth(upper, 90) : grained(upper, 70, 0.003);
  const white = colour(0xf0eee8);
  const lace = cloth(random.chance(0.6) ? white : palette.detail, 120);
  return [
    { surface: upperOf(shape), material: skin },
    { surface: soleOf(shape), material: satin(soleTexture(random.chance(0.7) ? white : palette.detail, shape), 0.7) },
    { surface: openingOf(shape), material: matt(colour(0x1c1a1a)) },
    { surface: collarOf(shape), material: cloth(palette.accent, 50) },
    { surface: tongueOf(shape), material: cloth(palette.base, 50) },
    ...lacesOf(shape).map((surface): Part => ({ surface, material: lace })),
  ];
}

function upperOf({ collar, toe, width, sole }: ShoeShape): Surface {
  const bottom = sole * 0.6;
  // Around the ankle the cuts are boxier, so that the opening can lie flat.
  const cut = (x: number, top: number, depth: number): Section => ({
    x,
    bottom,
    top: sole + top,
    depth: width * depth,
    squareness: x > -0.97 && x < -0.1 ? 0.45 : 0.8,
  });
  return loft(
    [
      cut(-1.0, 0.12, 0.001),
      cut(-0.98, collar * 0.9, 0.5),
      cut(-0.88, collar * 0.98, 0.74),
      cut(-0.55, collar * 0.95, 0.84),
      cut(-0.3, collar * 0.86, 0.84),
      cut(0.0, lerp(collar, toe, 0.55), 0.9),
      cut(0.35, toe * 1.25, 1),
      cut(0.65, toe, 0.96),
      cut(0.88, toe * 0.78, 0.72),
      cut(0.99, toe * 0.4, 0.36),
      cut(1.01, 0.05, 0.001),
    ],
    90,
  );
}

function soleOf({ width, sole }: ShoeShape): Surface {
  const cut = (x: number, depth: number, lift = 0): Section => ({
    x,
    bottom: lift,
    top: sole + lift * 0.6,
    depth: width * depth,
    squareness: 0.35,
  });
  return loft(
    [
      cut(-1.06, 0.001),
      cut(-1.04, 0.55),
      cut(-0.9, 0.88),
      cut(-0.5, 0.95),
      cut(0.0, 0.96),
      cut(0.4, 1.1),
      cut(0.7, 1.05, 0.01),
      cut(0.93, 0.8, 0.03),
      cut(1.05, 0.4, 0.05),
      cut(1.07, 0.001, 0.06),
    ],
    80,
  );
}

/** Height of the rim of the opening, and half its width, by place along the shoe. */
function rimAt({ collar, width, sole }: ShoeShape, angle: number): ReturnType<typeof vector> {
  const x = -0.6 + 0.33 * Math.cos(angle);
  const height = sole + collar * (0.95 - 0.02 * Math.cos(angle) ** 2 - 0.055 * Math.cos(angle));
  return vector(x, height, width * 0.62 * Math.sin(angle));
}

function collarOf(shape: ShoeShape): Surface {
  return {
    ...tube(
      (t) => rimAt(shape, t * 2 * Math.PI),
      () => ({ across: 0.045, along: 0.05 }),
      64,
    ),
  };
}

function openingOf(shape: ShoeShape): Surface {
  return {
    columns: 40,
    rows: 4,
    at: (u, v) => {
      const rim = rimAt(shape, u * 2 * Math.PI);
      return vector(lerp(-0.6, rim.x, v), rim.y + 0.03, rim.z * v);
    },
  };
}

function tongueOf({ collar, sole, toe, width }: ShoeShape): Surface {
  const from = vector(0.3, sole + toe * 1.2, 0);
  const to = vector(-0.34, sole + collar * 1.04, 0);
  const path = smoothCurve([from, vector(-0.05, sole + lerp(collar, toe, 0.5) * 1.02, 0), to]);
  return tube(path, () => ({ across: 0.03, along: width * 0.36 }), 24);
}

function lacesOf({ collar, sole, toe, width }: ShoeShape): Surface[] {
  return [0, 1, 2, 3, 4].map((index) => {
    const x = 0.24 - index * 0.115;
    const top = sole + lerp(toe * 1.26, collar * 0.98, index / 4.6) + 0.015;
    const reach = width * 0.6;
    return tube(
      smoothCurve([
        vector(x - 0.02, top - 0.1, -reach),
        vector(x, top + 0.02, -reach * 0.5),
        vector(x, top + 0.03, reach * 0.5),
        vector(x + 0.02, top - 0.1, reach),
      ]),
      round(0.022),
      16,
    );
  });
}

/** Colours by place: toe cap, heel counter and a mark on both sides. */
function upperTexture({ base, accent, detail }: Palette, random: Random): Texture {
  const mark = random.pick(['stripes', 'wave', 'disc', 'none'] as const);
  const hasToeCap = random.chance(0.5);
  const hasHeel = random.chance(0.7);
  return ({ u, v }) => {
    const side = Math.abs(u - 0.5) < 0.25 ? u - 0.5 : u > 0.5 ? u - 1 : u;
    const rise = Math.abs(u - 0.5) < 0.25 ? -side * 4 : side * 4;
    let tone = mix(base, vector(0, 0, 0), 0.12 * (1 - smoothstep(0.0, 0.5, rise + 0.5)));
    if (hasToeCap && v > 0.8) tone = accent;
    if (hasHeel && v < 0.2 + rise * 0.05) tone = accent;
    return isMarked(mark, v, rise) ? detail : tone;
  };
}

function isMarked(mark: 'stripes' | 'wave' | 'disc' | 'none', v: number, rise: number): boolean {
  if (mark === 'stripes') return v > 0.42 && v < 0.66 && rise < 0.75 && ((v + rise * 0.09) * 14) % 1 < 0.45;
  if (mark === 'wave') return Math.abs(rise - 1.2 * (v - 0.5) + 0.15 * Math.cos(v * 12)) < 0.13 && v > 0.25 && v < 0.75;
  if (mark === 'disc') return Math.hypot((v - 0.32) * 5, rise * 0.7) < 0.34;
  return false;
}

function soleTexture(base: ReturnType<typeof colour>, { sole }: ShoeShape): Texture {
  return ({ v, u }) =>
    mix(base, vector(0.1, 0.1, 0.1), Math.sin(u * 60) > 0.96 && v > 0.02 ? 0.25 * Math.min(sole * 8, 1) : 0);
}
