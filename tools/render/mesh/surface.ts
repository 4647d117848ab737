import type { Vector } from '../math/vector.ts';

/** A place on a surface, both numbers 0…1. */
interface SurfaceCoordinates {
  readonly u: number;
  readonly v: number;
}

/** A curved sheet given by a formula; it is cut into `columns × rows` cells of two triangles. */
export interface Surface {
  readonly columns: number;
  readonly rows: number;
  readonly at: (u: number, v: number) => Vector;
  /** Where a texture is read, if not at `u`, `v` themselves. */
  readonly textureAt?: (u: number, v: number) => SurfaceCoordinates;
}

/** The same surface, moved by a mapping of points. */
export function mapSurface(surface: Surface, map: (point: Vector) => Vector): Surface {
  return { ...surface, at: (u, v) => map(surface.at(u, v)) };
}
