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
  const line = { u: 0, v: 0, du: a, dv: d, count: 0, to: 0, known: 0 };
  for (let y = 0; y < height; y += 1) {
    const from = spans?.from[y] ?? 0;
    const count = (spans?.to[y] ?? width) - from;
    if (count <= 0) continue;
    line.u = a * (from + 0.5) + b * (y + 0.5) + c - 0.5;
    line.v = d * (from + 0.5) + e * (y + 0.5) + f - 0.5;
    line.count = count;
    line.to = rowAt(plane, y) + from * wordBytes;
    line.known = rowAt(mask, y) + from * wordBytes;
    sampleLine(source, line);
  }
  return knownGradients(plane, mask, spans);
}

/** Samples along a line of a plane, and where they and their mask are written. */
interface Line {
  readonly u: number;
  readonly v: number;
  readonly du: number;
  readonly dv: number;
  readonly count: number;
  readonly to: number;
  readonly known: number;
}

/** The kernel samples so many at a time, and the last ones beyond the end. */
const samplesAtOnce = 4;
/** Distance from the outer centres that the kernel keeps, with room for rounding. */
const edge = 0.02;

/** Steps smaller than this are none. */
const leastStep = 1e-9;

/** The first sample, by its number, at which a coordinate certainly lies between the outer centres of a side. */
function firstInside(start: number, step: number, length: number): number {
  if (Math.abs(step) < leastStep) return 0;
  return Math.min((edge - start) / step, (length - 1 - edge - start) / step);
}

/** The sample at which it lies there for the last time; 0 where it never does. */
function lastInside(start: number, step: number, length: number): number {
  const most = length - 1 - edge;
  if (Math.abs(step) < leastStep) return start >= edge && start <= most ? Infinity : 0;
  return Math.max((edge - start) / step, (most - start) / step);
}

/** Samples a line in up to three parts, so that of a line that begins or ends outside only its ends take the long way. */
function sampleLine(source: Plane, line: Line): void {
  const { u, v, du, dv, count } = line;
  const { width, height } = source;
  const first = Math.max(0, firstInside(u, du, width), firstInside(v, dv, height));
  const begin = Math.ceil(first / samplesAtOnce) * samplesAtOnce;
  const last = Math.min(count, lastInside(u, du, width), lastInside(v, dv, height));
  const left = Math.floor(last - begin - samplesAtOnce);
  const inside = Math.floor(left / samplesAtOnce) * samplesAtOnce;
  if (!(inside > 0)) return samplePart(source, line, { from: 0, to: count });
  samplePart(source, line, { from: 0, to: begin });
  samplePart(source, line, { from: begin, to: begin + inside });
  samplePart(source, line, { from: begin + inside, to: count });
}

function samplePart(source: Plane, line: Line, { from, to }: { readonly from: number; readonly to: number }): void {
  if (to <= from) return;
  const { u, v, du, dv } = line;
  const [plane, known] = [line.to + from * wordBytes, line.known + from * wordBytes];
  const { at, stride, width, height } = source;
  layerKernels().sampleRow(at, stride, width, height, u + du * from, v + dv * from, du, dv, to - from, plane, known);
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
