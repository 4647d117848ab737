import { add, addScaled, cross, dot, normalize, scale, turnAboutVertical, vector } from '../math/vector.ts';
import type { Vector } from '../math/vector.ts';
import { tangentFrame } from '../math/vector.ts';
import { intersectNearest } from './intersect.ts';
import type { Material, TexturePoint } from './material.ts';
import { createHit } from './ray.ts';
import type { Hit, Ray } from './ray.ts';
import type { Scene, SurfacePoint } from './scene.ts';

const hit = createHit();

/** What the ray meets first, if anything. `reliefWanted` bends the normal by the material's fine relief. */
export function findSurface(scene: Scene, ray: Ray, reliefWanted: boolean): SurfacePoint | undefined {
  hit.distance = Infinity;
  hit.triangle = -1;
  intersectNearest(scene.solid, ray, hit);
  const plane = planeAhead(scene, ray);
  const found = plane && plane.distance < hit.distance ? planePoint(ray, plane) : objectPoint(scene, ray, hit);
  if (!found) return undefined;
  const normal = facing(reliefWanted ? withRelief(found) : found.normal, ray);
  const { material, distance, position, isSurroundings } = found;
  return { material, distance, position, isSurroundings, normal, colour: material.colour(found.texture) };
}

interface Found {
  readonly material: Material;
  readonly distance: number;
  readonly position: Vector;
  readonly normal: Vector;
  readonly texture: TexturePoint;
  readonly isSurroundings: boolean;
}

interface Plane {
  readonly material: Material;
  readonly distance: number;
  readonly normal: Vector;
}

function planeAhead({ surroundings }: Scene, ray: Ray): Plane | undefined {
  const floorDistance = ray.directionY < 0 ? -ray.originY / ray.directionY : Infinity;
  const { wall } = surroundings;
  const wallDistance = wall && ray.directionZ < 0 ? (-wall.distance - ray.originZ) / ray.directionZ : Infinity;
  if (wall && wallDistance < floorDistance)
    return { material: wall.material, distance: wallDistance, normal: vector(0, 0, 1) };

  const isAhead = floorDistance > 1e-5 && floorDistance < 1e4;
  return isAhead ? { material: surroundings.floor, distance: floorDistance, normal: vector(0, 1, 0) } : undefined;
}

function pointOn(ray: Ray, distance: number): Vector {
  return vector(
    ray.originX + ray.directionX * distance,
    ray.originY + ray.directionY * distance,
    ray.originZ + ray.directionZ * distance,
  );
}

function planePoint(ray: Ray, { material, distance, normal }: Plane): Found {
  const position = pointOn(ray, distance);
  const texture = { u: position.x, v: normal.y > 0 ? position.z : position.y, place: position };
  return { material, distance, position, normal, texture, isSurroundings: true };
}

function objectPoint(scene: Scene, ray: Ray, { triangle, distance, second, third }: Hit): Found | undefined {
  if (triangle < 0) return undefined;
  const { normals, coordinates, materials } = scene.solid.triangles;
  const material = scene.materials[materials[triangle] as number];
  if (!material) return undefined;
  const blend = (values: Float32Array, stride: number, slot: number): number => {
    const at = triangle * stride * 3 + slot;
    const a = values[at] as number;
    return a + ((values[at + stride] as number) - a) * second + ((values[at + 2 * stride] as number) - a) * third;
  };
  const position = pointOn(ray, distance);
  const place = turnAboutVertical(position, -scene.turn);
  return {
    material,
    distance,
    position,
    normal: normalize(vector(blend(normals, 3, 0), blend(normals, 3, 1), blend(normals, 3, 2))),
    texture: { u: blend(coordinates, 2, 0), v: blend(coordinates, 2, 1), place },
    isSurroundings: false,
  };
}

function facing(normal: Vector, ray: Ray): Vector {
  const towards = normal.x * ray.directionX + normal.y * ray.directionY + normal.z * ray.directionZ;
  return towards > 0 ? scale(normal, -1) : normal;
}

const reliefStep = 2e-3;

/** Bump mapping (Blinn 1978) by finite differences in space. */
function withRelief({ material, normal, texture }: Found): Vector {
  const { relief } = material;
  if (!relief) return normal;
  const { tangent, bitangent } = tangentFrame(normal);
  const base = relief(texture);
  const along = (axis: Vector): number => {
    const place = addScaled(texture.place, axis, reliefStep);
    return (relief({ ...texture, place }) - base) / reliefStep;
  };
  const slope = add(scale(tangent, along(tangent)), scale(bitangent, along(bitangent)));
  const bent = normalize(add(normal, scale(slope, -1)));
  return dot(bent, normal) > 0.1 ? bent : normalize(cross(tangent, bitangent));
}
