/** A grey plane of floats, 0…255, row-major. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** For each output position the inputs that it covers, and how much of each. */
interface AreaWindows {
  readonly first: Int32Array;
  /** `taps` weights a position; they sum to 1. */
  readonly weights: Float32Array;
  readonly taps: number;
}

function areaWindows(from: number, to: number): AreaWindows {
  const step = from / to;
  const taps = Math.ceil(step) + 1;
  const first = new Int32Array(to);
  const weights = new Float32Array(to * taps);
  for (let at = 0; at < to; at += 1) {
    const start = at * step;
    const end = start + step;
    const begin = Math.min(Math.floor(start), Math.max(0, from - taps));
    first[at] = begin;
    for (let tap = 0; tap < taps; tap += 1) {
      const covered = Math.min(end, begin + tap + 1) - Math.max(start, begin + tap);
      weights[at * taps + tap] = begin + tap < from ? Math.max(0, covered) / step : 0;
    }
  }
  return { first, weights, taps };
}

function shrinkRows({ width, height, data }: Plane, to: number): Plane {
  const { first, weights, taps } = areaWindows(width, to);
  const out = new Float32Array(to * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < to; x += 1) {
      const start = y * width + (first[x] as number);
      let sum = 0;
      for (let tap = 0; tap < taps; tap += 1) sum += (weights[x * taps + tap] as number) * (data[start + tap] ?? 0);
      out[y * to + x] = sum;
    }
  }
  return { width: to, height, data: out };
}

function shrinkColumns({ width, height, data }: Plane, to: number): Plane {
  const { first, weights, taps } = areaWindows(height, to);
  const out = new Float32Array(width * to);
  for (let y = 0; y < to; y += 1) {
    for (let tap = 0; tap < taps; tap += 1) {
      const weight = weights[y * taps + tap] as number;
      if (weight <= 0) continue;
      const start = ((first[y] as number) + tap) * width;
      for (let x = 0; x < width; x += 1) {
        out[y * width + x] = (out[y * width + x] as number) + weight * (data[start + x] as number);
      }
    }
  }
  return { width, height: to, data: out };
}

/** Shrinks a plane to exactly `width` × `height`, neither larger than it is: each output is the mean of the area it covers. */
export function shrinkByArea(plane: Plane, width: number, height: number): Plane {
  const narrow = width === plane.width ? plane : shrinkRows(plane, width);
  return height === plane.height ? narrow : shrinkColumns(narrow, height);
}

/** Smooths once by (1, 2, 1) / 4 along both axes; edges repeat. */
export function smoothPlane({ width, height, data }: Plane): Plane {
  const rows = new Float32Array(data.length);
  const out = new Float32Array(data.length);
  for (let y = 0; y < height; y += 1) {
    const end = (y + 1) * width - 1;
    for (let at = y * width; at <= end; at += 1) {
      const left = data[at === y * width ? at : at - 1] as number;
      const right = data[at === end ? at : at + 1] as number;
      rows[at] = 0.25 * (left + right) + 0.5 * (data[at] as number);
    }
  }
  for (let y = 0; y < height; y += 1) {
    const above = (y === 0 ? 0 : -1) * width;
    const below = (y === height - 1 ? 0 : 1) * width;
    for (let at = y * width; at < (y + 1) * width; at += 1) {
      out[at] = 0.25 * ((rows[at + above] as number) + (rows[at + below] as number)) + 0.5 * (rows[at] as number);
    }
  }
  return { width, height, data: out };
}
