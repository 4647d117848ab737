import type { Random } from '../math/random.ts';
import { lathe } from '../mesh/shapes.ts';
import type { ProfilePoint } from '../mesh/shapes.ts';
import { artworkTexture } from '../texture/artwork.ts';
import { colour } from '../texture/colour.ts';
import { pickPalette } from '../texture/palettes.ts';
import { vector } from '../math/vector.ts';
import type { Surface } from '../mesh/surface.ts';
import { filledGlass, glossy, matt, metal, satin } from './finishes.ts';
import { brands, printLabel } from './label.ts';
import type { Model } from './model.ts';

const glassColours = [0x0c2414, 0x2a1606, 0x0e1c2c, 0x3a0c10, 0x1c3014, 0xcfd8d4, 0xe4ded0] as const;

/** Measures of a bottle; heights count from its foot. */
interface BottleShape {
  readonly body: number;
  readonly neck: number;
  readonly shoulder: number;
  readonly slope: number;
  readonly height: number;
}

/** A glass or ceramic bottle with a paper label and a cap. */
export function makeBottle(random: Random): Model {
  const shape: BottleShape = {
    body: random.range(0.26, 0.42),
    neck: random.range(0.09, 0.14),
    shoulder: random.range(0.75, 1.25),
    slope: random.range(0.16, 0.5),
    height: random.range(1.7, 2.1),
  };
  const palette = pickPalette(random);
  const glass = colour(random.pick(glassColours));
  const body = random.chance(0.75) ? filledGlass(glass) : glossy(palette.accent, 0.15);
  const sheetHeight = shape.shoulder * random.range(0.5, 0.75);
  const around = random.range(0.4, 0.62);
  const sheet = printLabel(random, {
    palette,
    name: random.pick(brands),
    aspect: sheetHeight / (around * 2 * Math.PI * shape.body),
  });
  const cap = random.pick([
    metal(vector(0.8, 0.66, 0.4), 0.3),
    satin(palette.detail),
    satin(colour(0x1a1a1a)),
    matt(colour(0xb08a5c)),
  ]);
  return [
    { surface: lathe(profileOf(shape), 96), material: body },
    { surface: paperAround(shape, { height: sheetHeight, around }), material: matt(artworkTexture(sheet)) },
    { surface: capOf(shape, random.range(0.12, 0.32)), material: cap },
  ];
}

function profileOf({ body, neck, shoulder, slope, height }: BottleShape): ProfilePoint[] {
  return [
    { radius: 0, height: 0.03 },
    { radius: body * 0.8, height: 0.02 },
    { radius: body * 0.95, height: 0.01 },
    { radius: body, height: 0.06 },
    { radius: body, height: 0.12 },
    { radius: body, height: shoulder * 0.5 },
    { radius: body, height: shoulder * 0.95 },
    { radius: body * 0.97, height: shoulder + slope * 0.15 },
    { radius: (body + neck) / 2, height: shoulder + slope * 0.6 },
    { radius: neck * 1.1, height: shoulder + slope },
    { radius: neck, height: shoulder + slope + 0.08 },
    { radius: neck, height: height - 0.12 },
    { radius: neck * 1.02, height: height - 0.02 },
    { radius: neck * 0.9, height },
    { radius: 0, height },
  ];
}

/** The sheet itself, a hair above the glass. */
function paperAround({ body, shoulder }: BottleShape, { height, around }: { height: number; around: number }): Surface {
  const low = shoulder * 0.52 - height / 2;
  return {
    columns: 48,
    rows: 2,
    at: (u, v) => {
      const angle = (0.75 + (u - 0.5) * around) * 2 * Math.PI;
      return vector(Math.cos(angle) * (body + 0.004), low + v * height, -Math.sin(angle) * (body + 0.004));
    },
  };
}

function capOf({ neck, height }: BottleShape, length: number): Surface {
  const radius = neck * 1.18;
  return lathe(
    [
      { radius: neck, height: height - length },
      { radius, height: height - length + 0.005 },
      { radius, height: height - length + 0.03 },
      { radius, height: height + 0.0 },
      { radius: radius * 0.97, height: height + 0.025 },
      { radius: radius * 0.85, height: height + 0.03 },
      { radius: 0, height: height + 0.03 },
    ],
    40,
  );
}
