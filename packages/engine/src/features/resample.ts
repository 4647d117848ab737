import type { Raster } from '../raster.ts';

/** For each output position: where its window starts, and the weights of that window (they sum to 1). */
interface ResampleWindows {
  readonly starts: Int32Array;
  readonly counts: Int32Array;
  readonly weights: Float32Array;
  readonly stride: number;
}

const windowCache = new Map<string, ResampleWindows>();
const maximumCachedWindows = 256;

/**
 * Windows of a triangle filter whose support grows with the reduction, so that shrinking averages instead of skipping.
 * @source Pillow `Resample.c` (bilinear), precompute_coeffs.
 */
function triangleWindows(from: number, to: number): ResampleWindows {
  const key = `${from}:${to}`;
  const cached = windowCache.get(key);
  if (cached !== undefined) return cached;
  const scale = from / to;
  const support = Math.max(1, scale);
  const stride = Math.ceil(support) * 2 + 1;
  const windows = {
    starts: new Int32Array(to),
    counts: new Int32Array(to),
    weights: new Float32Array(to * stride),
    stride,
  };
  for (let position = 0; position < to; position += 1) fillWindow(windows, position, { from, scale, support });
  if (windowCache.size >= maximumCachedWindows) windowCache.clear();
  windowCache.set(key, windows);
  return windows;
}

function fillWindow(
  windows: ResampleWindows,
  position: number,
  size: { from: number; scale: number; support: number },
): void {
  const centre = (position + 0.5) * size.scale;
  const start = Math.max(0, Math.floor(centre - size.support + 0.5));
  const end = Math.min(size.from, Math.floor(centre + size.support + 0.5));
  let sum = 0;
  for (let index = start; index < end; index += 1) {
    const weight = Math.max(0, 1 - Math.abs(index + 0.5 - centre) / size.support);
    windows.weights[position * windows.stride + index - start] = weight;
    sum += weight;
  }
  for (let index = 0; index < end - start; index += 1) {
    const at = position * windows.stride + index;
    windows.weights[at] = (windows.weights[at] ?? 0) / sum;
  }
  windows.starts[position] = start;
  windows.counts[position] = end - start;
}

/** Squeezes rows: interleaved bytes of `raster` become interleaved floats, `width` per row, 0…255. */
function resampleRows(raster: Raster, width: number): Float32Array {
  const { starts, counts, weights, stride } = triangleWindows(raster.width, width);
  const result = new Float32Array(raster.height * width * 3);
  const { data } = raster;
  let out = 0;
  for (let y = 0; y < raster.height; y += 1) {
    const row = y * raster.width * 3;
    for (let x = 0; x < width; x += 1) {
      let red = 0;
      let green = 0;
      let blue = 0;
      let from = row + (starts[x] as number) * 3;
      const first = x * stride;
      const last = first + (counts[x] as number);
      for (let tap = first; tap < last; tap += 1) {
        const weight = weights[tap] as number;
        red += weight * (data[from] as number);
        green += weight * (data[from + 1] as number);
        blue += weight * (data[from + 2] as number);
        from += 3;
      }
      result[out] = red;
      result[out + 1] = green;
      result[out + 2] = blue;
      out += 3;
    }
  }
  return result;
}

/**
 * Resamples a raster to exactly `width` × `height`, ignoring its aspect ratio.
 * @returns interleaved RGB floats, 0…255, row-major, `width * height * 3` long.
 */
export function squash(raster: Raster, width: number, height: number): Float32Array {
  const rows = resampleRows(raster, width);
  const { starts, counts, weights, stride } = triangleWindows(raster.height, height);
  const rowLength = width * 3;
  const result = new Float32Array(height * rowLength);
  for (let y = 0; y < height; y += 1) {
    const out = y * rowLength;
    const first = y * stride;
    const count = counts[y] as number;
    for (let tap = 0; tap < count; tap += 1) {
      const weight = weights[first + tap] as number;
      const from = ((starts[y] as number) + tap) * rowLength;
      for (let index = 0; index < rowLength; index += 1) {
        result[out + index] = (result[out + index] as number) + weight * (rows[from + index] as number);
      }
    }
  }
  return result;
}
