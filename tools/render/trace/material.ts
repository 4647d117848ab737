import type { Vector } from '../math/vector.ts';

/** What a texture may look at: surface coordinates (0…1) and the place in the object's own space. */
export interface TexturePoint {
  readonly u: number;
  readonly v: number;
  readonly place: Vector;
}

/** Linear colour of a place. */
export type Texture = (point: TexturePoint) => Vector;

/** How a surface answers light. */
export interface Material {
  /** Share of light scattered evenly, per colour (linear, 0…1). */
  readonly colour: Texture;
  /** Strength of the mirror-like coat seen straight on, per colour: 0 none, 0.04 glaze or varnish, near 1 metal. */
  readonly coat: Vector;
  /** 0 is a mirror, 1 is satin. */
  readonly roughness: number;
  /** Height of fine relief (leather, weave, plaster) in the object's own units. */
  readonly relief?: (point: TexturePoint) => number;
  /** Light that the surface gives off by itself. */
  readonly glow?: Vector;
}

/** A texture of one colour. */
export function plain(colour: Vector): Texture {
  return () => colour;
}
