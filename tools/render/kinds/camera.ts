import type { Random } from '../math/random.ts';
import { vector } from '../math/vector.ts';
import type { Vector } from '../math/vector.ts';
import { allSides, boxSide, lathe } from '../mesh/shapes.ts';
import type { BoxShape, ProfilePoint } from '../mesh/shapes.ts';
import { mapSurface } from '../mesh/surface.ts';
import { colour } from '../texture/colour.ts';
import { pickPalette } from '../texture/palettes.ts';
import type { Material } from '../trace/material.ts';
import { filledGlass, grained, metal, satin } from './finishes.ts';
import type { Model, Part } from './model.ts';

/** A viewfinder camera: leather body, metal top, lens, dials and a release. */
export function makeCamera(random: Random): Model {
  const half = vector(random.range(0.7, 0.9), random.range(0.36, 0.46), random.range(0.18, 0.24));
  const palette = pickPalette(random);
  const leather = grained(random.chance(0.5) ? colour(0x1c1c1e) : palette.base, 80, 0.005);
  const top = random.pick([
    metal(vector(0.78, 0.78, 0.8), 0.35),
    satin(colour(0x151517), 0.3),
    metal(vector(0.8, 0.7, 0.5), 0.3),
  ]);
  const lensAt = random.range(-0.1, 0.14);
  const body: BoxShape = { center: vector(0, half.y, 0), half, edge: 0.1 };
  const plate: BoxShape = {
    center: vector(0, half.y * 2 + 0.06, 0),
    half: vector(half.x * 0.98, 0.09, half.z * 0.96),
    edge: 0.05,
  };
  const finder: BoxShape = {
    center: vector(random.range(-0.4, 0.1), half.y * 2 + 0.14, 0.02),
    half: vector(0.2, 0.13, half.z * 0.95),
    edge: 0.04,
  };
  const radius = random.range(0.3, Math.min(0.38, half.y * 0.9));
  return [
    ...boxOf(body, leather),
    ...boxOf(plate, top),
    ...boxOf(finder, top),
    ...boxOf(
      {
        center: vector(finder.center.x, finder.center.y + 0.01, half.z * 0.95),
        half: vector(0.11, 0.06, 0.03),
        edge: 0.01,
      },
      filledGlass(colour(0x10181c)),
    ),
    ...lensOf(radius, vector(lensAt, half.y * 0.98, half.z), random),
    dial(vector(half.x * 0.62, half.y * 2 + 0.14, 0), random.range(0.09, 0.13), top),
    dial(vector(half.x * 0.84, half.y * 2 + 0.13, 0.02), 0.055, satin(palette.detail)),
    dial(vector(-half.x * 0.8, half.y * 2 + 0.14, 0), 0.1, top),
  ];
}

function boxOf(box: BoxShape, material: Material): Part[] {
  return allSides.map((side) => ({ surface: boxSide(box, side), material }));
}

function dial(center: Vector, radius: number, material: Material): Part {
  const profile = [
    { radius, height: -0.04 },
    { radius, height: 0.05 },
    { radius: radius * 0.94, height: 0.065 },
    { radius: 0, height: 0.068 },
  ];
  return {
    surface: mapSurface(lathe(profile, 24), (p) => vector(center.x + p.x, center.y + p.y, center.z + p.z)),
    material,
  };
}

function lensOf(radius: number, center: Vector, random: Random): Part[] {
  const length = random.range(0.2, 0.42);
  const place = (p: Vector): Vector => vector(center.x + p.x, center.y - p.z, center.z + p.y);
  const part = (profile: readonly ProfilePoint[], material: Material): Part => ({
    surface: mapSurface(lathe(profile, 48), place),
    material,
  });
  const ring = random.pick([metal(vector(0.8, 0.8, 0.82), 0.3), satin(colour(0x2a2a2c), 0.4)]);
  const r = radius;
  return [
    part(
      [
        { radius: r, height: -0.05 },
        { radius: r, height: length * 0.35 },
        { radius: r * 0.96, height: length * 0.4 },
        { radius: r * 0.86, height: length * 0.42 },
      ],
      ring,
    ),
    part(
      [
        { radius: r * 0.86, height: length * 0.4 },
        { radius: r * 0.86, height: length * 0.9 },
        { radius: r * 0.84, height: length },
        { radius: r * 0.72, height: length * 0.98 },
        { radius: r * 0.6, height: length * 0.72 },
        { radius: r * 0.55, height: length * 0.68 },
      ],
      satin(colour(0x18181a), 0.35),
    ),
    part(
      [
        { radius: r * 0.58, height: length * 0.7 },
        { radius: r * 0.35, height: length * 0.8 },
        { radius: 0, height: length * 0.84 },
      ],
      filledGlass(colour(0x0a0c1c)),
    ),
  ];
}
