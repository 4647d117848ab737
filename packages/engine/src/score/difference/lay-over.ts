import { compose, scaleOf, stretch } from './affine.ts';
import type { Affine } from './affine.ts';
import { knownGradients } from './gradients.ts';
import type { Gradients, Spans } from './gradients.ts';
import type { DetailedPicture, Level } from './level.ts';
import { layerKernels } from './layer-kernels.ts';
import { clearPlane, newPlane, rowAt, wordBytes } from './plane.ts';
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

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly spans: Spans | undefined;
}

/** Samples a plane bilinearly at the pixels of a frame, all or those in spans, and takes the gradients of that. */
function warpedGradients(source: Plane, toSource: Affine, { width, height, spans }: Frame): Gradients {
  const [a, b, c, d, e, f] = toSource;
  const [plane, mask] = [newPlane(width, height), newPlane(width, height)];
  if (spans !== undefined) clearPlane(mask);
  const { sampleRow } = layerKernels();
  for (let y = 0; y < height; y += 1) {
    const from = spans?.from[y] ?? 0;
    const count = (spans?.to[y] ?? width) - from;
    if (count <= 0) continue;
    const u = a * (from + 0.5) + b * (y + 0.5) + c - 0.5;
    const v = d * (from + 0.5) + e * (y + 0.5) + f - 0.5;
    const [to, known] = [rowAt(plane, y) + from * wordBytes, rowAt(mask, y) + from * wordBytes];
    sampleRow(source.at, source.stride, source.width, source.height, u, v, a, d, count, to, known);
  }
  return knownGradients(plane, mask, spans);
}

/** How much the other picture is shrunk, and its level of that size. */
function levelAt(picture: DetailedPicture, scale: number): Level {
  const shrinking = 2 ** (Math.round(Math.log2(scale) * stepsPerOctave) / stepsPerOctave);
  if (!(shrinking > leastShrinking)) return picture.level(picture.width, picture.height);
  const size = (length: number): number => Math.max(2, Math.round(length / shrinking));
  return picture.level(size(picture.width), size(picture.height));
}

/** Where one picture is laid over a reference. */
export interface LaidPlace {
  /** From the reference picture's pixels to the other's. */
  readonly toOther: Affine;
  /** Pixels of the result for one of the reference picture, at most 1. */
  readonly ratio: number;
  /** The pixels that are wanted of the other picture; default all. */
  readonly spans?: Spans;
}

/** The size of a picture shrunk by a ratio. */
export function sizeAt({ width, height }: DetailedPicture, ratio: number): readonly [width: number, height: number] {
  return [Math.max(2, Math.round(width * ratio)), Math.max(2, Math.round(height * ratio))];
}

/** Lays a picture over a reference. */
export function layOver(reference: DetailedPicture, other: DetailedPicture, place: LaidPlace): LaidPair {
  const { toOther, ratio, spans } = place;
  const [width, height] = sizeAt(reference, ratio);
  const toReference = stretch(reference.width / width, reference.height / height);
  const toFull = compose(toOther, toReference);
  const level = levelAt(other, scaleOf(toFull));
  const { plane } = level;
  const toPlane = compose(stretch(plane.width / other.width, plane.height / other.height), toFull);
  const warped = warpedGradients(plane, toPlane, { width, height, spans });
  return { reference: reference.level(width, height), other: level, warped, size: reference, toOther };
}
