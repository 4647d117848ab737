import type { Random } from '../math/random.ts';
import { lerp } from '../math/scalar.ts';
import { vector } from '../math/vector.ts';
import { smoothCurve } from '../mesh/curve.ts';
import { ellipsoid, lathe, tube } from '../mesh/shapes.ts';
import type { Surface } from '../mesh/surface.ts';
import { pickPalette } from '../texture/palettes.ts';
import { patternNames, patterns } from '../texture/patterns.ts';
import { glossy, satin } from './finishes.ts';
import type { Model } from './model.ts';

/** Measures of a teapot. */
interface PotShape {
  readonly belly: number;
  readonly height: number;
  readonly mouth: number;
}

/** A teapot: spout to the left, handle to the right. */
export function makeTeapot(random: Random): Model {
  const belly = random.range(0.5, 0.62);
  const shape = { belly, height: random.range(0.62, 0.95), mouth: belly * random.range(0.4, 0.6) };
  const palette = pickPalette(random);
  const pattern = patterns[random.pick(patternNames)](palette, random);
  const finish = random.chance(0.75) ? glossy : satin;
  const trim = finish(random.chance(0.5) ? palette.base : palette.accent);
  const knobHeight = shape.height + 0.19;
  return [
    { surface: bodyOf(shape), material: finish(pattern) },
    { surface: lidOf(shape), material: trim },
    { surface: ellipsoid(vector(0, knobHeight, 0), vector(0.075, 0.07, 0.075)), material: finish(palette.detail) },
    { surface: spoutOf(shape, random), material: trim },
    { surface: handleOf(shape, random), material: trim },
  ];
}

function bodyOf({ belly, height, mouth }: PotShape): Surface {
  return lathe(
    [
      { radius: 0, height: 0.02 },
      { radius: belly * 0.55, height: 0.015 },
      { radius: belly * 0.62, height: 0.03 },
      { radius: belly * 0.9, height: height * 0.2 },
      { radius: belly, height: height * 0.45 },
      { radius: lerp(mouth, belly, 0.75), height: height * 0.78 },
      { radius: mouth * 1.15, height: height * 0.97 },
      { radius: mouth, height },
    ],
    80,
  );
}

function lidOf({ height, mouth }: PotShape): Surface {
  return lathe(
    [
      { radius: mouth * 0.98, height: height - 0.02 },
      { radius: mouth * 1.12, height: height + 0.005 },
      { radius: mouth * 1.05, height: height + 0.03 },
      { radius: mouth * 0.6, height: height + 0.09 },
      { radius: 0.05, height: height + 0.12 },
      { radius: 0, height: height + 0.14 },
    ],
    40,
  );
}

function spoutOf({ belly, height }: PotShape, random: Random): Surface {
  const reach = random.range(0.38, 0.52);
  const path = smoothCurve([
    vector(-belly * 0.8, height * 0.3, 0),
    vector(-belly - reach * 0.4, height * 0.42, 0),
    vector(-belly - reach * 0.65, height * 0.75, 0),
    vector(-belly - reach, height * random.range(0.98, 1.1), 0),
  ]);
  return tube(path, (t) => ({ across: lerp(0.15, 0.06, t), along: lerp(0.13, 0.055, t) }));
}

function handleOf({ belly, height }: PotShape, random: Random): Surface {
  const reach = random.range(0.34, 0.48);
  const path = smoothCurve([
    vector(belly * 0.78, height * 0.86, 0),
    vector(belly + reach * 0.5, height * 0.98, 0),
    vector(belly + reach, height * 0.62, 0),
    vector(belly + reach * 0.6, height * 0.26, 0),
    vector(belly * 0.85, height * 0.22, 0),
  ]);
  return tube(path, () => ({ across: 0.045, along: 0.06 }));
}
