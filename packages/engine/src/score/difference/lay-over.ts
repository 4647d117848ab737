import { compose, scaleOf, stretch } from './affine.ts';
import type { Affine } from './affine.ts';
import { knownGradients } from './gradients.ts';
import type { Gradients } from './gradients.ts';
import type { DetailedPicture, Level } from './level.ts';
import { layerKernels } from './layer-kernels.ts';
import { newPlane, rowAt } from './plane.ts';
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

/** Samples a plane bilinearly at every pixel of a frame, and takes the gradients of that. */
function warpedGradients(source: Plane, toSource: Affine, frame: { width: number; height: number }): Gradients {
  const [a, b, c, d, e, f] = toSource;
  const { width, height } = frame;
  const [plane, mask] = [newPlane(width, height), newPlane(width, height)];
  const { sampleRow } = layerKernels();
  for (let y = 0; y < height; y += 1) {
    const u = a / 2 + b * (y + 0.5) + c - 0.5;
    const v = d / 2 + e * (y + 0.5) + f - 0.5;
    const [to, known] = [rowAt(plane, y), rowAt(mask, y)];
    sampleRow(source.at, source.stride, source.width, source.height, u, v, a, d, width, to, known);
  }
  return knownGradients(plane, mask);
}

/** How much the other picture is shrunk, and its level of that size. */
function levelAt(picture: DetailedPicture, scale: number): Level {
  const shrinking = 2 ** (Math.round(Math.log2(scale) * stepsPerOctave) / stepsPerOctave);
  if (!(shrinking > leastShrinking)) return picture.level(picture.width, picture.height);
  const size = (length: number): number => Math.max(2, Math.round(length / shrinking));
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
  const [width, height] = [reference.width, reference.height].map((side) => Math.max(2, Math.round(side * ratio))) as [
    number,
    number,
  ];
  const toReference = stretch(reference.width / width, reference.height / height);
  const toFull = compose(toOther, toReference);
  const level = levelAt(other, scaleOf(toFull));
  const { plane } = level;
  const toPlane = compose(stretch(plane.width / other.width, plane.height / other.height), toFull);
  const warped = warpedGradients(plane, toPlane, { width, height });
  return { reference: reference.level(width, height), other: level, warped, size: reference, toOther };
}
