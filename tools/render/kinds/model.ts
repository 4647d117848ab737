import type { Random } from '../math/random.ts';
import type { Surface } from '../mesh/surface.ts';
import type { Material } from '../trace/material.ts';

/** One surface with what it is made of. */
export interface Part {
  readonly surface: Surface;
  readonly material: Material;
}

/** An object, standing on height 0 or above, facing +z, in units of its own. */
export type Model = readonly Part[];

/** Makes one particular object of a kind: other random numbers, other shape, colours and print. */
export type ModelMaker = (random: Random) => Model;
