import { mix, scale, vector } from '../math/vector.ts';
import { colour } from '../texture/colour.ts';
import { linen, marble, mineral, tiles, wood } from '../texture/natural.ts';
import { plain } from '../trace/material.ts';
import type { Material } from '../trace/material.ts';
import type { Surroundings } from '../trace/scene.ts';

/** Names of the ready-made surroundings. */
export const backgroundNames = ['white', 'grey', 'oak', 'walnut', 'marble', 'linen', 'concrete', 'kitchen'] as const;

/** One of the ready-made surroundings. */
export type BackgroundName = (typeof backgroundNames)[number];

const mattCoat = vector(0, 0, 0);

function matt(texture: Material['colour']): Material {
  return { colour: texture, coat: mattCoat, roughness: 1 };
}

function polished(texture: Material['colour'], roughness: number): Material {
  return { colour: texture, coat: vector(0.035, 0.035, 0.035), roughness };
}

function seamless(floor: number, low: number, high: number): Surroundings {
  const [bottom, top] = [colour(low), colour(high)];
  return {
    floor: matt(plain(colour(floor))),
    backdrop: (height) => mix(bottom, top, Math.min(Math.max(height, 0), 1)),
  };
}

function room(floor: Material, wall: Material, distance: number): Surroundings {
  return { floor, wall: { material: wall, distance }, backdrop: () => scale(vector(1, 1, 1), 0.2) };
}

const brick = tiles(mineral(colour(0x9a5b45), 0.5), colour(0xb8aca0), {
  width: 1.1,
  height: 0.4,
  joint: 0.05,
  shift: 0.5,
});
const tileWall = tiles(mineral(colour(0xe4e6e0), 0.08), colour(0xa8a8a0), {
  width: 0.9,
  height: 0.9,
  joint: 0.04,
  shift: 0,
});

/** The ready-made surroundings by name. */
export const backgrounds: Readonly<Record<BackgroundName, Surroundings>> = {
  white: seamless(0xececec, 0xf0f0f0, 0xe4e6e8),
  grey: seamless(0x9a9c9e, 0xa4a6a8, 0x74787c),
  oak: room(polished(wood(colour(0xc89a66), colour(0x9a6a3c), 1.3), 0.5), matt(mineral(colour(0xd6d0c4), 0.1)), 4),
  walnut: room(polished(wood(colour(0x6e4a30), colour(0x3c2618), 1.6), 0.4), matt(mineral(colour(0x5c6c70), 0.14)), 5),
  marble: room(polished(marble(colour(0xe8e6e2), colour(0x88888c)), 0.12), matt(mineral(colour(0xb8c0b4), 0.08)), 5),
  linen: room(matt(linen(colour(0xcfc4ae), 34)), matt(mineral(colour(0x98a4a8), 0.1)), 4.5),
  concrete: room(matt(mineral(colour(0x8c8a86), 0.3)), matt(brick), 4.5),
  kitchen: room(polished(marble(colour(0x4a4c50), colour(0x8a8c90)), 0.25), polished(tileWall, 0.2), 3.5),
};
