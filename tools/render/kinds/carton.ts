import type { Random } from '../math/random.ts';
import { vector } from '../math/vector.ts';
import { allSides, boxSide } from '../mesh/shapes.ts';
import type { Side } from '../mesh/shapes.ts';
import { artworkTexture } from '../texture/artwork.ts';
import { shade } from '../texture/colour.ts';
import { pickPalette } from '../texture/palettes.ts';
import { glossy, satin } from './finishes.ts';
import { brands, printLabel } from './label.ts';
import type { Model } from './model.ts';

/** A printed cardboard package, as of tea or biscuits. */
export function makeCarton(random: Random): Model {
  const half = vector(random.range(0.4, 0.8), random.range(0.5, 1), random.range(0.2, 0.42));
  const palette = pickPalette(random);
  const finish = random.chance(0.6) ? satin : glossy;
  const name = random.pick(brands);
  const broad = finish(artworkTexture(printLabel(random, { palette, name, aspect: half.y / half.x })));
  const narrow = finish(
    artworkTexture(
      printLabel(random, { palette: { ...palette, base: shade(palette.base, -0.06) }, name, aspect: half.y / half.z }),
    ),
  );
  const lid = finish(random.chance(0.5) ? palette.accent : palette.base);
  const materials: Readonly<Record<Side, typeof lid>> = {
    front: broad,
    back: broad,
    left: narrow,
    right: narrow,
    top: lid,
    bottom: lid,
  };
  const box = { center: vector(0, half.y, 0), half, edge: 0.012 };
  return allSides.map((side) => ({ surface: boxSide(box, side), material: materials[side] }));
}
