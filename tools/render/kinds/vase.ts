import type { Random } from '../math/random.ts';
import { lathe } from '../mesh/shapes.ts';
import type { ProfilePoint } from '../mesh/shapes.ts';
import { pickPalette } from '../texture/palettes.ts';
import { patternNames, patterns } from '../texture/patterns.ts';
import { colour } from '../texture/colour.ts';
import { glossy, matt, satin } from './finishes.ts';
import type { Model } from './model.ts';

/** A thrown vase: any outline from slender to round, glazed or satin. */
export function makeVase(random: Random): Model {
  const height = random.range(1.1, 1.9);
  const belly = random.range(0.34, 0.6);
  const neck = belly * random.range(0.3, 0.7);
  const rim = neck * random.range(1, 1.6);
  const foot = belly * random.range(0.5, 0.85);
  const bellyAt = height * random.range(0.3, 0.62);
  const neckAt = bellyAt + (height - bellyAt) * random.range(0.55, 0.8);
  const profile: ProfilePoint[] = [
    { radius: 0, height: 0.01 },
    { radius: foot * 0.9, height: 0.005 },
    { radius: foot, height: 0.03 },
    { radius: (foot + belly) * 0.53, height: bellyAt * 0.45 },
    { radius: belly, height: bellyAt },
    { radius: (belly + neck) * 0.52, height: (bellyAt + neckAt) / 2 },
    { radius: neck, height: neckAt },
    { radius: rim, height: height * 0.99 },
    { radius: rim - 0.02, height },
    { radius: rim - 0.045, height: height * 0.985 },
    { radius: neck - 0.04, height: neckAt },
    { radius: belly * 0.7, height: bellyAt },
    { radius: 0, height: 0.1 },
  ];
  const palette = pickPalette(random);
  const pattern = patterns[random.pick(patternNames)](palette, random);
  const finish = random.pick([glossy, satin]);
  const clay = matt(colour(0xa8704c));
  const outside = finish(({ u, v, place }) => (v < 0.62 ? pattern({ u, v: v / 0.62, place }) : palette.base));
  return [{ surface: lathe(profile, 120), material: random.chance(0.12) ? clay : outside }];
}
