/** Samples of one plane, rows below each other. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  /** At least `width`. */
  readonly stride: number;
  readonly samples: Uint8ClampedArray;
}

/** Factors by which a plane is enlarged. */
export interface Enlargement {
  readonly across: number;
  readonly down: number;
}

/** Vertical part of the triangle filter: three parts of the nearer row and one of the farther; four times the sample. */
function blendedRow({ width, height, stride, samples }: Plane, row: number): Int32Array {
  const near = row >> 1;
  const far = Math.min(height - 1, Math.max(0, near + (row % 2 === 0 ? -1 : 1)));
  return Int32Array.from(
    { length: width },
    (_, at) => (samples[near * stride + at] as number) * 3 + (samples[far * stride + at] as number),
  );
}

function plainRow({ width, stride, samples }: Plane, row: number): Int32Array {
  return Int32Array.from(samples.subarray(row * stride, row * stride + width));
}

interface RowTarget {
  readonly samples: Uint8ClampedArray;
  readonly from: number;
}

/** Horizontal part: `bits` of scale on a row, ties rounded up and down in turn. */
function spreadRow(row: Int32Array, bits: 2 | 4, { samples, from }: RowTarget): void {
  const last = row.length - 1;
  const [left, right] = bits === 2 ? [1, 2] : [8, 7];
  for (let at = 0; at <= last; at += 1) {
    const value = row[at] as number;
    const before = at === 0 ? value : (row[at - 1] as number);
    const after = at === last ? value : (row[at + 1] as number);
    samples[from + at * 2] = (value * 3 + before + left) >> bits;
    samples[from + at * 2 + 1] = (value * 3 + after + right) >> bits;
  }
}

/** A row of sums of four, rounded. */
function settleRow(row: Int32Array, bias: number, { samples, from }: RowTarget): void {
  for (let at = 0; at < row.length; at += 1) samples[from + at] = ((row[at] as number) + bias) >> 2;
}

/** Every sample repeated. */
function repeatSamples(plane: Plane, { across, down }: Enlargement): Plane {
  const [width, height] = [plane.width * across, plane.height * down];
  const samples = new Uint8ClampedArray(width * height);
  for (let at = 0; at < samples.length; at += 1) {
    const [y, x] = [Math.floor(at / width), at % width];
    samples[at] = plane.samples[Math.floor(y / down) * plane.stride + Math.floor(x / across)] as number;
  }
  return { width, height, stride: width, samples };
}

/**
 * Enlarges a plane of colour to the size of the brightness: by a triangle filter where it is half as wide or high, else
 * by repetition.
 * @param isSmooth  `false` at an eighth of the size, where the filter is left out.
 * @source libjpeg-turbo, jdsample.c; equal to the bit.
 */
export function enlargePlane(plane: Plane, factors: Enlargement, isSmooth: boolean): Plane {
  const { across, down } = factors;
  if (across === 1 && down === 1) return plane;
  const isFiltered = isSmooth && across <= 2 && down <= 2 && (across === 1 || plane.width > 2);
  if (!isFiltered) return repeatSamples(plane, factors);
  const [width, height] = [plane.width * across, plane.height * down];
  const samples = new Uint8ClampedArray(width * height);
  for (let y = 0; y < height; y += 1) {
    const target = { samples, from: y * width };
    if (down === 1) spreadRow(plainRow(plane, y), 2, target);
    else if (across === 1) settleRow(blendedRow(plane, y), y % 2 === 0 ? 1 : 2, target);
    else spreadRow(blendedRow(plane, y), 4, target);
  }
  return { width, height, stride: width, samples };
}
