import { compose, scaleOf, stretch, type Affine } from './affine.ts';
import { knownGradients, type Gradients } from './gradients.ts';
import type { DetailedPicture, Level } from './level.ts';
import type { Plane } from './plane.ts';

/** A picture laid over a reference, at one resolution of the reference. */
export interface LaidPair {
  readonly reference: Level;
  /** The other picture, at its own place, at about the reference's resolution. */
  readonly other: Level;
  /** The other picture's gradients at the reference's pixels. */
  readonly warped: Gradients;
  /** Size of the reference picture itself. */
  readonly size: { readonly width: number; readonly height: number };
  /** From the reference picture's pixels to the other picture's. */
  readonly toOther: Affine;
}

/** Beyond this the other picture is shrunk before it is sampled. */
const leastShrinking = 1.1;
/** Sizes to which pictures are shrunk lie this share of an octave apart, so that similar transforms share a level. */
const stepsPerOctave = 8;

/** Samples a plane bilinearly at every pixel of a frame; outside it the frame's mask is 0. */
function warp(
  source: Plane,
  toSource: Affine,
  frame: { width: number; height: number },
): { plane: Plane; inside: Int16Array } {
  const { width, height } = frame;
  const [a, b, c, d, e, f] = toSource;
  const data = new Float32Array(width * height);
  const inside = new Int16Array(width * height);
  const [lastX, lastY] = [source.width - 1, source.height - 1];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const u = a * (x + 0.5) + b * (y + 0.5) + c - 0.5;
      const v = d * (x + 0.5) + e * (y + 0.5) + f - 0.5;
      if (!(u >= -0.5 && v >= -0.5 && u <= lastX + 0.5 && v <= lastY + 0.5)) continue;
      const column = Math.max(0, Math.min(lastX - 1, Math.floor(u)));
      const row = Math.max(0, Math.min(lastY - 1, Math.floor(v)));
      const right = Math.max(0, Math.min(1, u - column));
      const down = Math.max(0, Math.min(1, v - row));
      const at = row * source.width + column;
      const next = lastX === 0 ? 0 : 1;
      const below = lastY === 0 ? 0 : source.width;
      const upper = (source.data[at] as number) * (1 - right) + (source.data[at + next] as number) * right;
      const lower =
        (source.data[at + below] as number) * (1 - right) + (source.data[at + below + next] as number) * right;
      data[y * width + x] = upper * (1 - down) + lower * down;
      inside[y * width + x] = -1;
    }
  }
  return { plane: { width, height, data }, inside };
}

/** How much the other picture is shrunk, and its level of that size. */
function levelAt(picture: DetailedPicture, scale: number): Level {
  const shrinking = 2 ** (Math.round(Math.log2(scale) * stepsPerOctave) / stepsPerOctave);
  if (!(shrinking > leastShrinking)) return picture.level(picture.width, picture.height);
  const size = (length: number): number => Math.max(1, Math.round(length / shrinking));
  return picture.level(size(picture.width), size(picture.height));
}

/**
 * Lays a picture over a reference.
 * @param toOther  from the reference picture's pixels to the other's.
 * @param ratio    pixels of the result for one of the reference picture, at most 1.
 */
export function layOver(
  reference: DetailedPicture,
  other: DetailedPicture,
  { toOther, ratio }: { readonly toOther: Affine; readonly ratio: number },
): LaidPair {
  const [width, height] = [reference.width, reference.height].map((side) => Math.max(1, Math.round(side * ratio))) as [
    number,
    number,
  ];
  const toReference = stretch(reference.width / width, reference.height / height);
  const toFull = compose(toOther, toReference);
  const level = levelAt(other, scaleOf(toFull));
  const { plane } = level;
  const toPlane = compose(stretch(plane.width / other.width, plane.height / other.height), toFull);
  const { plane: laid, inside } = warp(plane, toPlane, { width, height });
  return {
    reference: reference.level(width, height),
    other: level,
    warped: knownGradients(laid, inside),
    size: reference,
    toOther,
  };
}
