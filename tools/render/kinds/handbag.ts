import type { Random } from '../math/random.ts';
import { signedPower } from '../math/scalar.ts';
import { mix, vector } from '../math/vector.ts';
import { smoothCurve } from '../mesh/curve.ts';
import { allSides, boxSide, round, tube } from '../mesh/shapes.ts';
import type { Surface } from '../mesh/surface.ts';
import { shade } from '../texture/colour.ts';
import { pickPalette } from '../texture/palettes.ts';
import type { Palette } from '../texture/patterns.ts';
import type { Texture } from '../trace/material.ts';
import { cloth, grained, metal } from './finishes.ts';
import type { Model, Part } from './model.ts';

/** Measures of a bag; it narrows towards the top. */
interface BagShape {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly taper: number;
}

/** A tote or handbag with two handles and a clasp. */
export function makeHandbag(random: Random): Model {
  const shape: BagShape = {
    width: random.range(0.6, 0.85),
    height: random.range(0.75, 1.1),
    depth: random.range(0.2, 0.3),
    taper: random.range(0.72, 1.08),
  };
  const palette = pickPalette(random);
  const skin = random.chance(0.6)
    ? grained(fabricOf(palette, random), 60, 0.004)
    : cloth(fabricOf(palette, random), 80);
  const strap = grained(random.chance(0.5) ? palette.accent : shade(palette.base, -0.3), 60, 0.003);
  const clasp = {
    center: vector(0, shape.height * 0.8, shape.depth * 0.62),
    half: vector(0.07, 0.05, 0.06),
    edge: 0.015,
  };
  const brass = metal(vector(0.83, 0.68, 0.36), 0.2);
  const rise = random.range(0.35, 0.6);
  return [
    { surface: bodyOf(shape), material: skin },
    ...[1, -1].map((side): Part => ({ surface: handleOf(shape, side, rise), material: strap })),
    ...(random.chance(0.6) ? allSides.map((side): Part => ({ surface: boxSide(clasp, side), material: brass })) : []),
  ];
}

function bodyOf({ width, height, depth, taper }: BagShape): Surface {
  return {
    columns: 72,
    rows: 60,
    at: (u, v) => {
      const angle = u * 2 * Math.PI;
      // The first and last tenth of v close the bag at the bottom and at the top.
      const wall = Math.min(Math.max((v - 0.1) / 0.8, 0), 1);
      const cap = Math.min(v / 0.1, (1 - v) / 0.1, 1);
      const inset = Math.sin((cap * Math.PI) / 2);
      const sag = 1 + 0.06 * Math.sin(wall * Math.PI);
      const across = width * (1 + (taper - 1) * wall) * sag;
      const deep = depth * (1 - 0.45 * wall) * sag;
      const y = height * wall + (v < 0.1 ? 0.03 * (1 - inset) : 0.02 * (inset - 1));
      return vector(
        across * inset * signedPower(Math.cos(angle), 0.4),
        y,
        -deep * inset * signedPower(Math.sin(angle), 0.4),
      );
    },
  };
}

function handleOf({ width, height, depth, taper }: BagShape, side: number, rise: number): Surface {
  const reach = width * taper * 0.5;
  const z = side * depth * 0.58;
  const path = smoothCurve([
    vector(-reach, height * 0.78, z * 1.12),
    vector(-reach, height, z * 1.05),
    vector(-reach * 0.75, height + rise * 0.8, z * 0.8),
    vector(0, height + rise, z * 0.7),
    vector(reach * 0.75, height + rise * 0.8, z * 0.8),
    vector(reach, height, z * 1.05),
    vector(reach, height * 0.78, z * 1.12),
  ]);
  return tube(path, round(0.035), 60);
}

function fabricOf({ base, accent, detail }: Palette, random: Random): Texture {
  const style = random.pick(['plain', 'two-tone', 'stripes', 'panel', 'check'] as const);
  const count = Math.round(random.range(5, 12));
  return ({ v, place }) => {
    if (style === 'two-tone' && v < 0.42) return accent;
    if (style === 'stripes' && Math.floor(v * count * 2) % 2 === 0) return accent;
    if (style === 'panel' && Math.abs(place.x) < 0.28) return accent;
    if (style === 'check') return checked({ base, accent, detail }, place.x * count, place.y * count);
    return base;
  };
}

function checked({ base, accent, detail }: Palette, x: number, y: number): ReturnType<Texture> {
  const across = x - Math.floor(x) < 0.5;
  const along = y - Math.floor(y) < 0.5;
  if (across && along) return accent;
  return across || along ? mix(base, accent, 0.5) : Math.abs(x - Math.floor(x) - 0.75) < 0.04 ? detail : base;
}
