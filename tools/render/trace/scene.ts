import type { Vector } from '../math/vector.ts';
import type { Solid } from './intersect.ts';
import type { Lighting } from './lighting.ts';
import type { Material } from './material.ts';

/** Floor and wall behind the object. */
export interface Surroundings {
  /** The horizontal plane at height 0. */
  readonly floor: Material;
  /** The vertical plane behind the object; none means that the floor fades into `backdrop`. */
  readonly wall?: { readonly material: Material; readonly distance: number };
  /** What the camera sees where nothing stands, from bottom (0) to top (1) of the picture. */
  readonly backdrop: (height: number) => Vector;
}

/** Everything the tracer needs to know. The object stands at the origin, turned by `turn` radians. */
export interface Scene {
  readonly solid: Solid;
  readonly materials: readonly Material[];
  readonly turn: number;
  readonly surroundings: Surroundings;
  readonly lighting: Lighting;
}

/** A place met by a ray, ready for shading. */
export interface SurfacePoint {
  readonly position: Vector;
  /** Unit normal on the side the ray came from. */
  readonly normal: Vector;
  readonly distance: number;
  readonly colour: Vector;
  readonly material: Material;
  /** True for floor and wall. */
  readonly isSurroundings: boolean;
}
