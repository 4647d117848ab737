import type { Random } from '../math/random.ts';
import { lerp } from '../math/scalar.ts';
import { vector } from '../math/vector.ts';
import type { Vector } from '../math/vector.ts';
import { smoothCurve } from '../mesh/curve.ts';
import { lathe, tube } from '../mesh/shapes.ts';
import type { ProfilePoint } from '../mesh/shapes.ts';
import type { Surface } from '../mesh/surface.ts';
import { artworkTexture, circle, createArtwork, lettering, outline, paint, polygon } from '../texture/artwork.ts';
import type { Artwork } from '../texture/artwork.ts';
import { colour } from '../texture/colour.ts';
import { pickPalette } from '../texture/palettes.ts';
import { patternNames, patterns } from '../texture/patterns.ts';
import type { Palette } from '../texture/patterns.ts';
import type { Texture } from '../trace/material.ts';
import { glossy } from './finishes.ts';
import type { Model } from './model.ts';

const words = ['NORD', 'HELLO', 'DAILY', 'KAFFE', 'MORNING', 'TEA', 'HOME', 'SLOW', 'OCEAN', 'PICNIC'] as const;

/** Measures of a mug. */
interface MugShape {
  readonly foot: number;
  readonly belly: number;
  readonly rim: number;
  readonly height: number;
}

/** A mug with a handle; the decoration is a pattern or a printed sign. */
export function makeMug(random: Random): Model {
  const rim = random.range(0.38, 0.5);
  const shape = {
    rim,
    foot: rim * random.range(0.72, 1),
    belly: rim * random.range(0.95, 1.16),
    height: random.range(0.9, 1.15),
  };
  const palette = pickPalette(random);
  const decoration = decorate(palette, random);
  const inside = random.chance(0.5) ? palette.accent : colour(0xf4f1ea);
  const handle = random.chance(0.3) ? palette.accent : palette.base;
  return [
    { surface: lathe(outerProfile(shape), 200), material: glossy(decoration) },
    { surface: lathe(innerProfile(shape)), material: glossy(inside) },
    { surface: makeHandle(shape, random), material: glossy(handle) },
  ];
}

function outerProfile({ foot, belly, rim, height }: MugShape): ProfilePoint[] {
  return [
    { radius: 0, height: 0.02 },
    { radius: foot * 0.86, height: 0.02 },
    { radius: foot * 0.92, height: 0 },
    { radius: foot * 0.99, height: 0.04 },
    { radius: lerp(foot, belly, 0.6), height: height * 0.2 },
    { radius: belly, height: height * 0.45 },
    { radius: lerp(belly, rim, 0.6), height: height * 0.75 },
    { radius: rim, height: height - 0.03 },
    { radius: rim - 0.002, height: height - 0.012 },
    { radius: rim - 0.01, height: height - 0.002 },
    { radius: rim - 0.022, height },
    { radius: rim - 0.034, height: height - 0.008 },
    { radius: rim - 0.038, height: height - 0.022 },
  ];
}

function innerProfile({ foot, belly, rim, height }: MugShape): ProfilePoint[] {
  return [
    { radius: rim - 0.038, height: height - 0.022 },
    { radius: rim - 0.039, height: height - 0.05 },
    { radius: lerp(belly, rim, 0.6) - 0.045, height: height * 0.75 },
    { radius: belly - 0.05, height: height * 0.45 },
    { radius: foot - 0.06, height: 0.12 },
    { radius: foot * 0.6, height: 0.07 },
    { radius: 0, height: 0.065 },
  ];
}

function makeHandle({ foot, belly, rim, height }: MugShape, random: Random): Surface {
  const reach = random.range(0.26, 0.38);
  const top = height * random.range(0.8, 0.88);
  const low = height * random.range(0.2, 0.3);
  const start = lerp(belly, rim, 0.75) - 0.035;
  const path = smoothCurve([
    vector(start, top, 0),
    vector(start + reach * 0.7, top + 0.01, 0),
    vector(belly + reach, lerp(low, top, 0.6), 0),
    vector(belly + reach * 0.75, lerp(low, top, 0.22), 0),
    vector(lerp(foot, belly, 0.6) - 0.04, low, 0),
  ]);
  const thickness = random.range(0.045, 0.06);
  const width = random.range(1.1, 1.7);
  return tube(path, () => ({ across: thickness, along: thickness * width }));
}

function decorate(palette: Palette, random: Random): Texture {
  if (random.chance(0.35)) return printed(palette, random);
  const name = random.pick(patternNames);
  return patterns[name](palette, random);
}

/** A sign on two sides of the mug, left and right of the handle. */
function printed({ base, accent, detail }: Palette, random: Random): Texture {
  const sheet = createArtwork(0.75, base, 512);
  const word = random.pick(words);
  const center = { x: 0.5, y: 0.36 };
  const figure = random.pick(['ring', 'sun', 'mountain'] as const);
  if (figure === 'ring') paint(sheet, outline(circle(center, 0.27), 0.03), accent);
  if (figure === 'sun') paint(sheet, circle({ x: 0.5, y: 0.52 }, 0.12), detail);
  if (figure === 'mountain') paintMountains(sheet, [accent, detail]);
  const y = figure === 'ring' ? 0.36 : 0.2;
  paint(sheet, lettering({ text: word, center: { x: 0.5, y }, size: 0.62 / (word.length + 2), weight: 0.2 }), accent);
  const texture = artworkTexture(sheet);
  // The wall of the mug fills the outer 75 % of the profile; the sign covers a third of the way around, twice.
  return (point) => {
    const u = ((point.u % 0.5) - 0.08) / 0.34;
    return u < 0 || u > 1 ? base : texture({ ...point, u, v: (point.v - 0.36) / 0.58 });
  };
}

function paintMountains(sheet: Artwork, [near, far]: readonly [Vector, Vector]): void {
  paint(
    sheet,
    polygon([
      { x: 0.3, y: 0.3 },
      { x: 0.55, y: 0.62 },
      { x: 0.8, y: 0.3 },
    ]),
    far,
  );
  paint(
    sheet,
    polygon([
      { x: 0.15, y: 0.3 },
      { x: 0.36, y: 0.55 },
      { x: 0.58, y: 0.3 },
    ]),
    near,
  );
}
