import type { Random } from '../math/random.ts';
import { lerp } from '../math/scalar.ts';
import { vector } from '../math/vector.ts';
import type { Vector } from '../math/vector.ts';
import { ellipsoid, lathe, loft } from '../mesh/shapes.ts';
import type { Section } from '../mesh/shapes.ts';
import { mapSurface } from '../mesh/surface.ts';
import type { Surface } from '../mesh/surface.ts';
import { colour } from '../texture/colour.ts';
import { pickPalette } from '../texture/palettes.ts';
import type { Palette } from '../texture/patterns.ts';
import type { Texture } from '../trace/material.ts';
import { filledGlass, glossy, metal, satin } from './finishes.ts';
import type { Model, Part } from './model.ts';

/** Measures of a car that looks to the right. */
interface CarShape {
  readonly width: number;
  readonly hood: number;
  readonly roof: number;
  readonly cabinFrom: number;
  readonly cabinTo: number;
  readonly wheel: number;
}

/** A die-cast toy car: saloon, van or sports car, with or without a stripe. */
export function makeToyCar(random: Random): Model {
  const shape: CarShape = {
    width: random.range(0.36, 0.44),
    hood: random.range(0.36, 0.48),
    roof: random.range(0.62, 0.95),
    cabinFrom: random.range(-0.95, -0.55),
    cabinTo: random.range(0.2, 0.6),
    wheel: random.range(0.17, 0.23),
  };
  const palette = pickPalette(random);
  const wheelColour = random.pick([metal(vector(0.75, 0.75, 0.78), 0.25), satin(palette.detail)]);
  return [
    { surface: bodyOf(shape), material: glossy(paintOf(palette, random), 0.06) },
    { surface: cabinOf(shape, 1), material: filledGlass(colour(0x10161c)) },
    { surface: roofOf(shape), material: glossy(random.chance(0.3) ? palette.accent : palette.base, 0.06) },
    ...wheelsOf(shape, wheelColour),
    ...[1, -1].flatMap((side): Part[] => [
      {
        surface: ellipsoid(vector(0.98, shape.hood * 0.82, side * shape.width * 0.62), vector(0.04, 0.055, 0.06)),
        material: metal(vector(0.9, 0.9, 0.86), 0.1),
      },
      {
        surface: ellipsoid(vector(-0.99, shape.hood * 0.84, side * shape.width * 0.66), vector(0.03, 0.04, 0.06)),
        material: glossy(colour(0xb01818)),
      },
    ]),
  ];
}

function bodyOf({ width, hood }: CarShape): Surface {
  const cut = (x: number, top: number, depth: number): Section => ({
    x,
    bottom: 0.13,
    top,
    depth: width * depth,
    squareness: 0.3,
  });
  return loft(
    [
      cut(-1.03, hood * 0.75, 0.001),
      cut(-1.02, hood * 0.9, 0.85),
      cut(-0.9, hood * 1.04, 0.97),
      cut(-0.3, hood * 1.06, 1),
      cut(0.3, hood * 1.04, 1),
      cut(0.85, hood * 0.94, 0.96),
      cut(1.01, hood * 0.78, 0.84),
      cut(1.03, hood * 0.6, 0.001),
    ],
    80,
  );
}

function cabinOf({ width, hood, roof, cabinFrom, cabinTo }: CarShape, size: number): Surface {
  const cut = (x: number, share: number, depth: number): Section => ({
    x,
    bottom: hood * 0.8,
    top: lerp(hood, roof, share * size),
    depth: width * depth * 0.88,
    squareness: 0.4,
  });
  const [from, to] = [cabinFrom, cabinTo];
  return loft(
    [
      cut(from - 0.12, 0, 0.001),
      cut(from - 0.1, 0.02, 0.9),
      cut(from + 0.1, 0.85, 0.94),
      cut((from + to) / 2, 1, 0.95),
      cut(to - 0.2, 0.88, 0.94),
      cut(to + 0.12, 0.02, 0.9),
      cut(to + 0.15, 0, 0.001),
    ],
    60,
  );
}

function roofOf({ width, roof, cabinFrom, cabinTo }: CarShape): Surface {
  const [middle, half] = [(cabinFrom + cabinTo) / 2 - 0.02, (cabinTo - cabinFrom) / 2 - 0.1];
  return ellipsoid(vector(middle, roof - 0.015, 0), vector(half, 0.05, width * 0.8), 0.5);
}

function wheelsOf({ width, wheel }: CarShape, hub: Part['material']): Part[] {
  const tyre = satin(colour(0x1a1a1c), 0.7);
  return [-0.6, 0.62].flatMap((x) =>
    [1, -1].flatMap((side): Part[] => {
      const place = (point: Vector): Vector => vector(x + point.x, wheel + point.z, side * (width * 0.84 + point.y));
      return [
        {
          surface: mapSurface(
            lathe(
              [
                { radius: wheel * 0.6, height: 0.06 },
                { radius: wheel * 0.72, height: 0.085 },
                { radius: wheel * 0.95, height: 0.08 },
                { radius: wheel, height: 0.05 },
                { radius: wheel, height: -0.06 },
                { radius: wheel * 0.9, height: -0.08 },
                { radius: 0, height: -0.08 },
              ],
              24,
            ),
            place,
          ),
          material: tyre,
        },
        {
          surface: mapSurface(
            lathe(
              [
                { radius: wheel * 0.66, height: 0.06 },
                { radius: wheel * 0.6, height: 0.075 },
                { radius: wheel * 0.3, height: 0.06 },
                { radius: wheel * 0.16, height: 0.085 },
                { radius: 0, height: 0.09 },
              ],
              20,
            ),
            place,
          ),
          material: hub,
        },
      ];
    }),
  );
}

function paintOf({ base, accent, detail }: Palette, random: Random): Texture {
  const style = random.pick(['plain', 'racing', 'side', 'two-tone'] as const);
  return ({ place }) => {
    const across = Math.abs(place.z);
    if (style === 'racing' && place.y > 0.2 && across > 0.03 && across < 0.09) return accent;
    if (style === 'side' && Math.abs(place.y - 0.24) < 0.025) return detail;
    if (style === 'two-tone' && place.y < 0.22) return accent;
    return base;
  };
}
