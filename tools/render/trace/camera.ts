import { add, addScaled, cross, normalize, scale, subtract, vector } from '../math/vector.ts';
import type { Vector } from '../math/vector.ts';
import { createRay } from './ray.ts';
import type { Ray } from './ray.ts';
import type { Sampler } from './sampler.ts';

/** A thin-lens camera. */
export interface Camera {
  readonly position: Vector;
  readonly target: Vector;
  /** Height of the picture as the tangent of half the opening angle, times two. */
  readonly frameHeight: number;
  /** Radius of the lens: larger means a softer background. */
  readonly lensRadius: number;
  /** Rotation of the picture in radians, as by an unsteady hand. */
  readonly roll: number;
}

/** Where on the picture a ray goes through: 0,0 is the middle, y is up, 1 is the picture's height. */
export interface FramePoint {
  readonly x: number;
  readonly y: number;
}

/** Makes the function that sends a ray through a point of the picture. */
export function createRayCaster(camera: Camera): (point: FramePoint, sampler: Sampler) => Ray {
  const forward = normalize(subtract(camera.target, camera.position));
  const level = normalize(cross(forward, vector(0, 1, 0)));
  const upright = cross(level, forward);
  const [cosine, sine] = [Math.cos(camera.roll), Math.sin(camera.roll)];
  const right = add(scale(level, cosine), scale(upright, sine));
  const up = add(scale(upright, cosine), scale(level, -sine));
  const offset = subtract(camera.target, camera.position);
  const focus = Math.hypot(offset.x, offset.y, offset.z) * 0.96;
  return (point, sampler) => {
    const slope = addScaled(addScaled(forward, right, point.x * camera.frameHeight), up, point.y * camera.frameHeight);
    const radius = camera.lensRadius * Math.sqrt(sampler.next());
    const angle = 2 * Math.PI * sampler.next();
    const shift = add(scale(right, radius * Math.cos(angle)), scale(up, radius * Math.sin(angle)));
    const direction = normalize(subtract(scale(slope, focus), shift));
    return createRay(add(camera.position, shift), direction);
  };
}
