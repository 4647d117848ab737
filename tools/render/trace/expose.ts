import { multiply, scale, vector } from '../math/vector.ts';
import type { Vector } from '../math/vector.ts';
import { createRayCaster } from './camera.ts';
import type { Camera } from './camera.ts';
import { createFilm } from './film.ts';
import type { Film } from './film.ts';
import { findSurface } from './find-surface.ts';
import { fadeOf, mirroredLight, scatteredLight } from './radiance.ts';
import type { Ray } from './ray.ts';
import { createSampler } from './sampler.ts';
import type { Sampler } from './sampler.ts';
import type { Scene } from './scene.ts';

/** Size of the picture and how many rays each pixel gets. */
export interface ExposurePlan {
  readonly width: number;
  readonly height: number;
  readonly samples: number;
  readonly seed: number;
  /** Called after each row with the share done, 0…1. */
  readonly onProgress?: (share: number) => void;
}

interface Pixel {
  readonly film: Film;
  readonly index: number;
  readonly weight: number;
}

/** Sends rays through every pixel and gathers the layers of the film. */
export function expose(scene: Scene, camera: Camera, plan: ExposurePlan): Film {
  const film = createFilm(plan.width, plan.height);
  const sampler = createSampler(plan.seed);
  const cast = createRayCaster(camera);
  for (let row = 0; row < plan.height; row += 1) {
    for (let column = 0; column < plan.width; column += 1) {
      const index = row * plan.width + column;
      for (let sample = 0; sample < plan.samples; sample += 1) {
        sampler.start(index, sample);
        const x = (column + sampler.next() - plan.width / 2) / plan.height;
        const y = 0.5 - (row + sampler.next()) / plan.height;
        gather(scene, cast({ x, y }, sampler), { pixel: { film, index, weight: 1 / plan.samples }, sampler, y });
      }
    }
    plan.onProgress?.((row + 1) / plan.height);
  }
  return film;
}

interface Gathering {
  readonly pixel: Pixel;
  readonly sampler: Sampler;
  readonly y: number;
}

function gather(scene: Scene, ray: Ray, { pixel, sampler, y }: Gathering): void {
  const { film, index, weight } = pixel;
  const surface = findSurface(scene, ray, true);
  const faded = surface ? fadeOf(scene, surface) : 1;
  if (faded > 0) put(film.direct, index, scale(scene.surroundings.backdrop(y + 0.5), faded * weight));
  film.depth[index] = (film.depth[index] as number) + weight * Math.min(surface?.distance ?? 50, 50);
  if (!surface || faded === 1) return;
  const share = weight * (1 - faded);
  const direction = vector(ray.directionX, ray.directionY, ray.directionZ);
  const draw = { sampler, bounce: 0 };
  put(film.colour, index, scale(surface.colour, share));
  put(film.normal, index, scale(surface.normal, weight));
  put(film.light, index, scale(multiply(surface.colour, scatteredLight(scene, surface, draw)), share));
  put(film.mirrored, index, scale(mirroredLight(scene, surface, { direction, draw }), share));
  if (surface.material.glow) put(film.direct, index, scale(surface.material.glow, share));
}

function put(layer: Float32Array, index: number, value: Vector): void {
  const at = index * 3;
  layer[at] = (layer[at] as number) + value.x;
  layer[at + 1] = (layer[at + 1] as number) + value.y;
  layer[at + 2] = (layer[at + 2] as number) + value.z;
}
