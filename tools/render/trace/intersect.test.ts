import { expect, test } from 'vitest';
import { createRandom } from '../math/random.ts';
import { normalize, subtract, vector } from '../math/vector.ts';
import type { Vector } from '../math/vector.ts';
import { ellipsoid } from '../mesh/shapes.ts';
import { triangulate } from '../mesh/triangles.ts';
import { buildHierarchy } from './hierarchy.ts';
import { intersectNearest, isBlocked } from './intersect.ts';
import type { Solid } from './intersect.ts';
import { createHit, createRay } from './ray.ts';

const unitBall = triangulate([{ surface: ellipsoid(vector(0, 0, 0), vector(1, 1, 1)), material: 0 }]);
const ball: Solid = { triangles: unitBall, hierarchy: buildHierarchy(unitBall) };
/** One leaf with all triangles: what the hierarchy must agree with. */
const flat: Solid = {
  triangles: unitBall,
  hierarchy: {
    ...ball.hierarchy,
    boxes: ball.hierarchy.boxes.slice(0, 6),
    firsts: Int32Array.of(0),
    counts: Int32Array.of(unitBall.count),
  },
};

function distanceTo(solid: Solid, origin: Vector, target: Vector): number {
  const hit = createHit();
  intersectNearest(solid, createRay(origin, normalize(subtract(target, origin))), hit);
  return hit.distance;
}

test('a ray meets a ball where geometry says', () => {
  expect(distanceTo(ball, vector(0.1, 0.2, 5), vector(0.1, 0.2, 0))).toBeCloseTo(5 - Math.sqrt(1 - 0.05), 1);
  expect(distanceTo(ball, vector(3, 0, 5), vector(3, 0, 0))).toBe(Infinity);
});

test('the hierarchy finds what a walk over all triangles finds', () => {
  const random = createRandom(7);
  const anywhere = (size: number): Vector =>
    vector(random.range(-size, size), random.range(-size, size), random.range(-size, size));
  for (let round = 0; round < 300; round += 1) {
    const [origin, target] = [anywhere(3), anywhere(1.2)];
    expect(distanceTo(ball, origin, target)).toBe(distanceTo(flat, origin, target));
  }
});

test('a lamp behind the ball is hidden, one beside it is not', () => {
  const towards = (y: number): boolean => isBlocked(ball, createRay(vector(0, y, -4), vector(0, 0, 1)), createHit());
  expect([towards(0), towards(1.5)]).toEqual([true, false]);
});
