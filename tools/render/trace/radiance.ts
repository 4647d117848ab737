import { clamp, smoothstep } from '../math/scalar.ts';
import { add, addScaled, dot, mix, multiply, normalize, scale, tangentFrame, vector } from '../math/vector.ts';
import type { Vector } from '../math/vector.ts';
import { findSurface } from './find-surface.ts';
import { isBlocked } from './intersect.ts';
import { ambientFrom, mirroredFrom } from './lighting.ts';
import type { Lamp } from './lighting.ts';
import { createHit, createRay } from './ray.ts';
import type { Ray } from './ray.ts';
import type { Sampler } from './sampler.ts';
import type { Scene, SurfacePoint } from './scene.ts';

const black = vector(0, 0, 0);
const offset = 1e-3;
/** Scattered light is followed this often; after that the even light stands in. */
const bounces = 2;

const shadowHit = createHit();

/**
 * Light scattered evenly by a surface, before its own colour is applied: lamps with soft shadows, and what the
 * surroundings throw back (path tracing with next event estimation, Kajiya 1986).
 */
export function scatteredLight(scene: Scene, surface: SurfacePoint, draw: Draw): Vector {
  let light = black;
  for (const lamp of scene.lighting.lamps)
    light = add(light, lampLight(scene, surface, { lamp, sampler: draw.sampler }));
  const direction = cosineDirection(surface.normal, draw.sampler);
  const ray = rayFrom(surface, direction);
  return add(light, incoming(scene, ray, draw));
}

/** What is drawn on the way: random numbers and how many bounces came before. */
export interface Draw {
  readonly sampler: Sampler;
  readonly bounce: number;
}

/** Light mirrored by the coat of a surface. */
export function mirroredLight(scene: Scene, surface: SurfacePoint, view: ViewRay): Vector {
  const { material, normal } = surface;
  const against = Math.max(0, -dot(view.direction, normal));
  const rest = (1 - against) ** 5 * (1 - 0.8 * material.roughness);
  const share = mix(material.coat, vector(1, 1, 1), material.coat.x > 0 ? rest : 0);
  if (share.x + share.y + share.z < 1e-3) return black;
  const mirrored = addScaled(view.direction, normal, 2 * against);
  const direction = roughened(mirrored, surface, view.draw.sampler);
  const ray = rayFrom(surface, direction);
  const met = findSurface(scene, ray, false);
  if (!met) return multiply(share, mirroredFrom(scene.lighting, direction, material.roughness));
  return multiply(share, surfaceLight(scene, met, { ...view.draw, bounce: view.draw.bounce + 1 }));
}

/** The ray that came to the surface, and what it draws. */
export interface ViewRay {
  readonly direction: Vector;
  readonly draw: Draw;
}

function incoming(scene: Scene, ray: Ray, draw: Draw): Vector {
  const met = findSurface(scene, ray, false);
  if (!met) return ambientFrom(scene.lighting, vector(ray.directionX, ray.directionY, ray.directionZ));
  return surfaceLight(scene, met, { ...draw, bounce: draw.bounce + 1 });
}

function surfaceLight(scene: Scene, surface: SurfacePoint, draw: Draw): Vector {
  const metal = clamp(surface.material.coat.x, 0, 1);
  const colour = mix(surface.colour, surface.material.coat, metal > 0.3 ? metal : 0);
  const light = draw.bounce < bounces ? scatteredLight(scene, surface, draw) : lastLight(scene, surface, draw);
  const lit = multiply(colour, light);
  return surface.material.glow ? add(lit, surface.material.glow) : lit;
}

function lastLight(scene: Scene, surface: SurfacePoint, { sampler }: Draw): Vector {
  let light = scale(ambientFrom(scene.lighting, surface.normal), 0.55);
  for (const lamp of scene.lighting.lamps) light = add(light, lampLight(scene, surface, { lamp, sampler }));
  return light;
}

function lampLight(scene: Scene, surface: SurfacePoint, { lamp, sampler }: { lamp: Lamp; sampler: Sampler }): Vector {
  const { tangent, bitangent } = tangentFrame(lamp.towards);
  const radius = lamp.spread * Math.sqrt(sampler.next());
  const angle = 2 * Math.PI * sampler.next();
  const sideways = addScaled(lamp.towards, tangent, radius * Math.cos(angle));
  const direction = normalize(addScaled(sideways, bitangent, radius * Math.sin(angle)));
  const facing = dot(surface.normal, direction);
  if (facing <= 0) return black;
  shadowHit.distance = Infinity;
  if (isBlocked(scene.solid, rayFrom(surface, direction), shadowHit)) return black;
  return scale(lamp.strength, facing);
}

function rayFrom({ position, normal }: SurfacePoint, direction: Vector): Ray {
  return createRay(addScaled(position, normal, offset), direction);
}

function cosineDirection(normal: Vector, sampler: Sampler): Vector {
  const { tangent, bitangent } = tangentFrame(normal);
  const radius = Math.sqrt(sampler.next());
  const angle = 2 * Math.PI * sampler.next();
  const height = Math.sqrt(Math.max(0, 1 - radius * radius));
  const sideways = addScaled(scale(tangent, radius * Math.cos(angle)), bitangent, radius * Math.sin(angle));
  return normalize(addScaled(sideways, normal, height));
}

/** A mirrored direction, scattered as by a satin surface; the lobe narrows with the square of the roughness. */
function roughened(mirrored: Vector, { normal, material }: SurfacePoint, sampler: Sampler): Vector {
  const spread = material.roughness * material.roughness;
  const radius = spread * Math.sqrt(sampler.next());
  const angle = 2 * Math.PI * sampler.next();
  const { tangent, bitangent } = tangentFrame(mirrored);
  const sideways = addScaled(scale(tangent, radius * Math.cos(angle)), bitangent, radius * Math.sin(angle));
  const direction = normalize(add(mirrored, sideways));
  const height = dot(direction, normal);
  return height > 0.01 ? direction : normalize(addScaled(direction, normal, 0.02 - height));
}

/** How much of the endless floor has faded into the backdrop, 0…1. */
export function fadeOf(scene: Scene, surface: SurfacePoint): number {
  if (!surface.isSurroundings || scene.surroundings.wall) return 0;
  return smoothstep(2.5, 7, Math.hypot(surface.position.x, surface.position.z));
}
