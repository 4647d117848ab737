import type { Vector } from '../math/vector.ts';

/** A half line in flat numbers; `direction…` has length 1. One object is reused for many rays. */
export interface Ray {
  originX: number;
  originY: number;
  originZ: number;
  directionX: number;
  directionY: number;
  directionZ: number;
}

/** The nearest thing a ray met. */
export interface Hit {
  /** Distance along the ray; `Infinity` when nothing was met. */
  distance: number;
  /** Index of the triangle, −1 for none. */
  triangle: number;
  /** Weights of the triangle's second and third corner. */
  second: number;
  third: number;
}

export function createRay(origin: Vector, direction: Vector): Ray {
  return {
    originX: origin.x,
    originY: origin.y,
    originZ: origin.z,
    directionX: direction.x,
    directionY: direction.y,
    directionZ: direction.z,
  };
}

export function createHit(): Hit {
  return { distance: Number.POSITIVE_INFINITY, triangle: -1, second: 0, third: 0 };
}
