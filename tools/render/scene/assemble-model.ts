import { radians } from '../math/scalar.ts';
import { scale, subtract, turnAboutVertical, vector } from '../math/vector.ts';
import type { Vector } from '../math/vector.ts';
import { mapSurface } from '../mesh/surface.ts';
import { triangulate } from '../mesh/triangles.ts';
import type { Model } from '../kinds/model.ts';
import { buildHierarchy } from '../trace/hierarchy.ts';
import type { Solid } from '../trace/intersect.ts';
import type { Material } from '../trace/material.ts';
import type { Extent } from './view.ts';

/** A model ready to be traced: standing on height 0 at the origin, inside a sphere of radius 1, turned. */
export interface AssembledModel {
  readonly solid: Solid;
  readonly materials: readonly Material[];
  readonly extent: Extent;
}

/** Sizes, turns and triangulates a model. */
export function assembleModel(model: Model, turnDegrees: number): AssembledModel {
  const { low, high } = boundsOf(model);
  const middle = vector((low.x + high.x) / 2, low.y, (low.z + high.z) / 2);
  const size = subtract(high, low);
  const factor = 2 / Math.hypot(size.x, size.y, size.z);
  const place = (point: Vector): Vector =>
    turnAboutVertical(scale(subtract(point, middle), factor), radians(turnDegrees));
  const triangles = triangulate(
    model.map(({ surface }, material) => ({ surface: mapSurface(surface, place), material })),
  );
  return {
    solid: { triangles, hierarchy: buildHierarchy(triangles) },
    materials: model.map(({ material }) => material),
    extent: { height: size.y * factor, radius: 1 },
  };
}

function boundsOf(model: Model): { low: Vector; high: Vector } {
  let low = vector(Infinity, Infinity, Infinity);
  let high = vector(-Infinity, -Infinity, -Infinity);
  for (const { surface } of model) {
    for (let step = 0; step < 32 * 32; step += 1) {
      const point = surface.at((step % 32) / 31, Math.floor(step / 32) / 31);
      low = vector(Math.min(low.x, point.x), Math.min(low.y, point.y), Math.min(low.z, point.z));
      high = vector(Math.max(high.x, point.x), Math.max(high.y, point.y), Math.max(high.z, point.z));
    }
  }
  return { low, high };
}
