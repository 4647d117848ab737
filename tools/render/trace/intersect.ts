import type { Triangles } from '../mesh/triangles.ts';
import type { Hierarchy } from './hierarchy.ts';
import type { Hit, Ray } from './ray.ts';

/** Triangles with the hierarchy that finds them. */
export interface Solid {
  readonly triangles: Triangles;
  readonly hierarchy: Hierarchy;
}

const tiny = 1e-12;

const stack = new Int32Array(128);

/** Finds the nearest triangle closer than `hit.distance` and writes it into `hit`. */
export function intersectNearest(solid: Solid, ray: Ray, hit: Hit): void {
  walk(solid, ray, hit, false);
}

/** True when anything stands in the ray's way before `hit.distance`; `hit` is scratch space. */
export function isBlocked(solid: Solid, ray: Ray, hit: Hit): boolean {
  return walk(solid, ray, hit, true);
}

// Four parameters on purpose: the two callers above share the one hot loop.
// oxlint-disable-next-line eslint/max-params
function walk(solid: Solid, ray: Ray, hit: Hit, stopAtFirst: boolean): boolean {
  const { firsts, counts, boxes } = solid.hierarchy;
  // A tiny slope in place of none: 0 × Infinity on the side of a box would be no number.
  const inverse = { x: 1 / (ray.directionX || tiny), y: 1 / (ray.directionY || tiny), z: 1 / (ray.directionZ || tiny) };
  let depth = 0;
  if (entryOf(boxes, 0, ray, inverse, hit.distance) === Infinity) return false;
  stack[depth++] = 0;
  while (depth > 0) {
    const node = stack[--depth] as number;
    const first = firsts[node] as number;
    const count = counts[node] as number;
    if (count > 0) {
      if (testLeaf(solid, first, count, ray, hit) && stopAtFirst) return true;
      continue;
    }
    const left = entryOf(boxes, first * 6, ray, inverse, hit.distance);
    const right = entryOf(boxes, first * 6 + 6, ray, inverse, hit.distance);
    const near = left <= right ? first : first + 1;
    if (left !== Infinity && right !== Infinity) stack[depth++] = near === first ? first + 1 : first;
    if (left !== Infinity || right !== Infinity) stack[depth++] = near;
  }
  return false;
}

interface Inverse {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** Distance at which the ray enters a box, `Infinity` if it misses it (slab test). */
// oxlint-disable-next-line eslint/max-params
function entryOf(boxes: Float64Array, at: number, ray: Ray, inverse: Inverse, limit: number): number {
  const x0 = ((boxes[at] as number) - ray.originX) * inverse.x;
  const x1 = ((boxes[at + 3] as number) - ray.originX) * inverse.x;
  const y0 = ((boxes[at + 1] as number) - ray.originY) * inverse.y;
  const y1 = ((boxes[at + 4] as number) - ray.originY) * inverse.y;
  const z0 = ((boxes[at + 2] as number) - ray.originZ) * inverse.z;
  const z1 = ((boxes[at + 5] as number) - ray.originZ) * inverse.z;
  const entry = Math.max(Math.min(x0, x1), Math.min(y0, y1), Math.min(z0, z1));
  const exit = Math.min(Math.max(x0, x1), Math.max(y0, y1), Math.max(z0, z1));
  return exit >= entry && exit > 0 && entry < limit ? entry : Infinity;
}

// oxlint-disable-next-line eslint/max-params
function testLeaf(solid: Solid, first: number, count: number, ray: Ray, hit: Hit): boolean {
  const { order } = solid.hierarchy;
  let found = false;
  for (let slot = first; slot < first + count; slot += 1)
    if (testTriangle(solid.triangles.corners, order[slot] as number, ray, hit)) found = true;

  return found;
}

/** Möller and Trumbore 1997. */
// oxlint-disable-next-line eslint/max-params
function testTriangle(corners: Float64Array, triangle: number, ray: Ray, hit: Hit): boolean {
  const at = triangle * 9;
  const e1x = corners[at + 3] as number;
  const e1y = corners[at + 4] as number;
  const e1z = corners[at + 5] as number;
  const e2x = corners[at + 6] as number;
  const e2y = corners[at + 7] as number;
  const e2z = corners[at + 8] as number;
  const px = ray.directionY * e2z - ray.directionZ * e2y;
  const py = ray.directionZ * e2x - ray.directionX * e2z;
  const pz = ray.directionX * e2y - ray.directionY * e2x;
  const determinant = e1x * px + e1y * py + e1z * pz;
  if (determinant > -1e-14 && determinant < 1e-14) return false;
  const inverse = 1 / determinant;
  const tx = ray.originX - (corners[at] as number);
  const ty = ray.originY - (corners[at + 1] as number);
  const tz = ray.originZ - (corners[at + 2] as number);
  const second = (tx * px + ty * py + tz * pz) * inverse;
  if (second < 0 || second > 1) return false;
  const qx = ty * e1z - tz * e1y;
  const qy = tz * e1x - tx * e1z;
  const qz = tx * e1y - ty * e1x;
  const third = (ray.directionX * qx + ray.directionY * qy + ray.directionZ * qz) * inverse;
  if (third < 0 || second + third > 1) return false;
  const distance = (e2x * qx + e2y * qy + e2z * qz) * inverse;
  if (distance < 1e-5 || distance >= hit.distance) return false;
  hit.distance = distance;
  hit.triangle = triangle;
  hit.second = second;
  hit.third = third;
  return true;
}
