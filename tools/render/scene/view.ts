import { createRandom, seedFrom } from '../math/random.ts';
import { radians } from '../math/scalar.ts';
import { vector } from '../math/vector.ts';
import type { Camera } from '../trace/camera.ts';

/** From where an object is seen. */
export interface View {
  /** Degrees the object is turned about its vertical axis, counter-clockwise seen from above. */
  readonly turn: number;
  /** Degrees the camera looks down. */
  readonly elevation: number;
  /** 1 fills the picture well; more is closer. */
  readonly zoom: number;
  /** Where the object stands in the picture, in shares of the picture's height from its middle. */
  readonly shift: { readonly x: number; readonly y: number };
  /** Degrees the camera is tilted sideways. */
  readonly roll: number;
}

/** A view with the usual values for what is not given. */
export function createView(view: Partial<View>): View {
  return { turn: 25, elevation: 18, zoom: 1, shift: { x: 0, y: 0 }, roll: 0, ...view };
}

/** Plausible view number `index` of any object: another turn, height and distance each time. */
export function viewNumber(index: number): View {
  const random = createRandom(seedFrom('view', index));
  return {
    turn: random.range(-80, 80),
    elevation: random.range(6, 42),
    zoom: random.range(0.75, 1.1),
    shift: { x: random.range(-0.1, 0.1), y: random.range(-0.05, 0.05) },
    roll: random.range(-4, 4),
  };
}

/** Half-size of the normalized object, see `assembleModel`. */
export interface Extent {
  readonly height: number;
  /** Radius of the sphere around its middle. */
  readonly radius: number;
}

const frameHeight = 0.52;

/** The camera that takes a view of an object of the given size. */
export function cameraFor(view: View, extent: Extent, aspect: number): Camera {
  const fit = 2 * extent.radius * Math.max(1, 1.1 / aspect);
  const distance = fit / frameHeight / view.zoom;
  const angle = radians(view.elevation);
  const frame = distance * frameHeight;
  const target = vector(-view.shift.x * frame, extent.height / 2 - view.shift.y * frame, 0);
  return {
    target,
    position: vector(target.x, target.y + distance * Math.sin(angle), distance * Math.cos(angle)),
    frameHeight: frameHeight,
    lensRadius: 0.05,
    roll: radians(view.roll),
  };
}
