import { growTo, startModule } from '../web-assembly.ts';
import type { LinearMemory } from '../web-assembly.ts';
import { descriptorPixels, orientationSteps, patternRadius, turnedPattern } from './brief-pattern.ts';
import { keypointKernels as compiled } from './generated/keypoint-kernels.ts';
import { localSide } from './local-plane.ts';
import type { LumaPlane } from '../raster.ts';

/** Inner loops of `keypoint-kernels.wat` and its parts, where each is described; addresses are bytes of the memory. */
export interface KeypointKernels {
  readonly memory: LinearMemory;
  shrink(
    ...regions: readonly [
      from: number,
      stride: number,
      width: number,
      rows: number,
      columns: number,
      count: number,
      line: number,
      to: number,
      end: number,
      toStride: number,
    ]
  ): void;
  spread(from: number, width: number, height: number, to: number): void;
  smooth(from: number, width: number, height: number, rows: number, to: number): void;
  scorePixels(
    plane: number,
    width: number,
    height: number,
    border: number,
    threshold: number,
    scores: number,
    list: number,
  ): number;
  keepPeaks(list: number, end: number, plane: number, scores: number, to: number): number;
  strongest(peaks: number, end: number, most: number, places: number, to: number): void;
  respond(list: number, count: number, to: number): void;
  sortDown(from: number, end: number, room: number): number;
  choose(
    ...regions: readonly [
      sorted: number,
      count: number,
      plane: number,
      side: number,
      columns: number,
      quota: number,
      taken: number,
      most: number,
      to: number,
    ]
  ): number;
  moments(list: number, count: number, discs: number, to: number): void;
  describe(list: number, count: number, beyond: number, steps: number, to: number): void;
}

/** A plane in the kernels' memory, its rows `planeStride` apart. */
export interface PlacedPlane {
  readonly at: number;
  readonly width: number;
  readonly height: number;
}

/** How far rows of a placed plane lie apart; a number of the kernels' text. */
export const planeStride = 336;
/** The loops read and write whole vectors: this many bytes after every region are unused. */
const vectorMargin = 32;
const discRowBytes = 32;
const testsAtOnce = 16;
/** The pattern turned by one step takes so many bytes. */
export const patternBytes: number = 2 * descriptorPixels;
const placesLength = 4096;

/** Where the next region may start after `bytes` from `at`. */
export const after = (at: number, bytes: number): number => Math.ceil((at + bytes + vectorMargin) / 16) * 16;

/** Tables that every call shares: discs in which orientations are measured, and the turned patterns. */
export const discsAt = 0;
export const patternsAt: number = after(discsAt, (patternRadius + 1) * discRowBytes);
/** What is 0 between calls: a word for each pixel, and one for each score. */
export const scoresAt: number = after(patternsAt, orientationSteps * patternBytes);
export const placesAt: number = after(scoresAt, 2 * planeStride * localSide);
/** From here on lies what one call needs. */
export const planeAt: number = after(placesAt, 4 * placesLength);

/** For each row of the disc in which the orientation is measured: 255 for the columns inside, from −15 to 16. */
function discRows(): Uint8Array {
  const rows = new Uint8Array((patternRadius + 1) * discRowBytes);
  for (let row = 0; row <= patternRadius; row += 1) {
    const half = Math.round(Math.sqrt(patternRadius * patternRadius - row * row));
    const first = row * discRowBytes + patternRadius - half;
    rows.fill(255, first, first + 2 * half + 1);
  }
  return rows;
}

/** Offsets in a placed plane of the turned patterns' pixels: for sixteen tests the first of each, then the second. */
function patternOffsets(): Int16Array {
  const { columns, rows } = turnedPattern;
  const offsets = new Int16Array(columns.length);
  columns.forEach((column, at) => {
    const test = at >> 1;
    const place = (test % testsAtOnce) + testsAtOnce * (2 * Math.floor(test / testsAtOnce) + (at % 2));
    offsets[place] = planeStride * (rows[at] as number) + column;
  });
  return offsets;
}

function start(): KeypointKernels {
  const kernels = startModule<KeypointKernels>(compiled);
  growTo(kernels.memory, planeAt);
  new Uint8Array(kernels.memory.buffer).set(discRows(), discsAt);
  new Int16Array(kernels.memory.buffer, patternsAt).set(patternOffsets());
  return kernels;
}

let shared: KeypointKernels | undefined;

/**
 * One instance serves a thread: callers run and copy their output before anything else runs.
 * @param end  how much memory the caller needs in all, bytes.
 */
export function keypointKernels(end: number): KeypointKernels {
  shared ??= start();
  growTo(shared.memory, end);
  return shared;
}

/** Where what comes after a placed plane may begin: the next one, or what is found on it. */
export const afterPlane = ({ at, height }: PlacedPlane): number => after(at, planeStride * height);

/** Puts a plane at `planeAt`. @param plane  no side above `localSide`. */
export function placePlane({ width, height, data }: LumaPlane): PlacedPlane {
  if (Math.max(width, height) > localSide) throw new RangeError(`a plane of ${width} × ${height} has no place`);
  const placed = { at: planeAt, width, height };
  const from = afterPlane(placed);
  const { memory, spread } = keypointKernels(after(from, data.length));
  new Uint8Array(memory.buffer).set(data, from);
  spread(from, width, height, placed.at);
  return placed;
}
