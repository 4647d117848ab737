/** Fixed-point positions of the mask within a pixel. */
const positions = 64;
/** The weight that stands for 1, and its bits. */
export const unit = 4096;
export const unitBits = 12;
/** Support of the Lanczos kernel on each side, in pixels of the result. */
const lobes = 3;
/** Averaging of whole pixels stops at twice the size of the result, which is left to the kernel. */
const reducingGap = 2;

/** Rows that libvips makes at a time: of pixels in memory, and of those that come out of a decoder. */
export const stripRows = { memory: 16, decoder: 10 } as const;
export type StripSource = keyof typeof stripRows;

/** Rounds half to even, as C's `rint`. */
function roundToEven(value: number): number {
  const down = Math.floor(value);
  const isTie = value - down === 0.5;
  return isTie ? down + (down % 2) : Math.round(value);
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(x * Math.PI) / (x * Math.PI);
}

function lanczos(x: number): number {
  return x >= -lobes && x <= lobes ? sinc(x) * sinc(x / lobes) : 0;
}

/** Weights of `points` neighbours for a place `offset` of a pixel further on; they add up to about `unit`. */
function maskAt(points: number, shrink: number, offset: number): Int16Array {
  const half = offset + points / 2 - 1;
  const weights = Array.from({ length: points }, (_, at) => lanczos((at - half) * (1 / shrink)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return Int16Array.from(weights, (weight) => Math.trunc((weight / sum) * unit));
}

/** Steps to scale one side from `from` to `to` samples. */
export interface SidePlan {
  readonly to: number;
  /** Whole samples that are averaged first. */
  readonly box: number;
  readonly residual: number;
  readonly points: number;
  readonly offset: number;
  readonly masks: readonly Int16Array[];
}

/**
 * The steps that libvips takes.
 * @param wanted  by how much it is shrunk, at least 1; the same for both sides of a picture.
 */
export function planSide(from: number, wanted: number): SidePlan {
  // libvips is told the scale, and turns it over.
  const shrink = 1 / (1 / wanted);
  const to = Math.round(from / shrink);
  const box = Math.max(1, Math.floor(from / to / reducingGap));
  const residual = shrink / box;
  const points = 2 * roundToEven(lobes * residual) + 1;
  const offset = (1 + (to * shrink - from) / box) / 2 - 1;
  const masks = Array.from({ length: positions + 1 }, (_, at) => maskAt(points, residual, at / positions));
  return { to, box, residual, points, offset, masks };
}

/** Where a sample's first neighbour lies, which may be outside, and the weights of all of them. */
export interface Place {
  readonly first: number;
  readonly mask: Int16Array;
}

/**
 * Positions of the result's samples in the input, and their masks. Positions are accumulated within strips of `strip` samples like in
 * libvips, so that ties between two masks are resolved as there.
 */
export function placesOf({ to, residual, points, offset, masks }: SidePlan, strip: number): Place[] {
  const before = Math.ceil(points / 2) - 1;
  let place = 0;
  return Array.from({ length: to }, (_, index) => {
    place = index % strip === 0 ? (index + 0.5) * residual - 0.5 - offset : place + residual;
    const fine = Math.trunc(place * positions * 2) & (positions * 2 - 1);
    return { first: Math.trunc(place) - before, mask: masks[(fine + 1) >> 1] ?? new Int16Array(points) };
  });
}
