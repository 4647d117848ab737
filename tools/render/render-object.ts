import { kinds } from './kinds/catalogue.ts';
import type { Kind } from './kinds/catalogue.ts';
import { createRandom, seedFrom } from './math/random.ts';
import { radians } from './math/scalar.ts';
import { assembleModel } from './scene/assemble-model.ts';
import { backgrounds } from './scene/backgrounds.ts';
import type { BackgroundName } from './scene/backgrounds.ts';
import { lights } from './scene/lighting-presets.ts';
import type { LightName } from './scene/lighting-presets.ts';
import { cameraFor, createView, viewNumber } from './scene/view.ts';
import type { View } from './scene/view.ts';
import { develop } from './trace/develop.ts';
import type { RgbPicture } from './trace/develop.ts';
import { expose } from './trace/expose.ts';

export { kindNames, type Kind } from './kinds/catalogue.ts';
export { backgroundNames, type BackgroundName } from './scene/backgrounds.ts';
export { lightNames, type LightName } from './scene/lighting-presets.ts';
export type { View } from './scene/view.ts';
export type { RgbPicture } from './trace/develop.ts';

/** What to render. The same request gives the same bytes on every machine. */
export interface RenderRequest {
  readonly kind: Kind;
  /** Which object of that kind: another number, another shape, colours and print. */
  readonly instance: number;
  /** A view of your own (what is left out has a usual value), or the number of a plausible one. */
  readonly view: Partial<View> | number;
  readonly light: LightName;
  readonly background: BackgroundName;
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
  /** Rays per pixel, 6 when left out; time grows in proportion, noise falls. */
  readonly samples?: number;
  /** Called after each row with the share done, 0…1. */
  readonly onProgress?: (share: number) => void;
}

/** Renders one object in one view, with three bytes (red, green, blue) per pixel. */
export function renderObject(request: RenderRequest): RgbPicture {
  const { kind, instance, width, height, samples = 6, onProgress } = request;
  const view = typeof request.view === 'number' ? viewNumber(request.view) : createView(request.view);
  const model = kinds[kind](createRandom(seedFrom(kind, instance)));
  const { solid, materials, extent } = assembleModel(model, view.turn);
  const scene = {
    solid,
    materials,
    turn: radians(view.turn),
    surroundings: backgrounds[request.background],
    lighting: lights[request.light],
  };
  const seed = seedFrom(kind, instance, JSON.stringify(view), request.light, request.background);
  const camera = cameraFor(view, extent, width / height);
  const film = expose(scene, camera, { width, height, samples, seed, ...(onProgress ? { onProgress } : {}) });
  return develop(film, { exposure: scene.lighting.exposure, grain: 0.006, seed });
}
