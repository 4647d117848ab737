import type { Film } from './film.ts';

/** One pass of the filter. */
interface Pass {
  readonly film: Film;
  readonly layer: Float32Array;
  readonly result: Float32Array;
  /** Distance between the pixels that are compared. */
  readonly step: number;
  /** 1 / (allowed difference of brightness)²: edges of light beyond it stay. */
  readonly strictness: number;
}

// B3 spline, as in the à-trous wavelet.
const kernel = [1 / 16, 1 / 4, 3 / 8, 1 / 4, 1 / 16] as const;

/**
 * Smooths a noisy layer but keeps edges of shape and depth: the edge-avoiding à-trous wavelet filter
 * (Dammertz et al. 2010).
 */
export function denoise(film: Film, layer: Float32Array, tolerances: readonly number[]): Float32Array {
  let current = layer;
  tolerances.forEach((tolerance, level) => {
    const result = new Float32Array(layer.length);
    const pass = { film, layer: current, result, step: 2 ** level, strictness: 1 / (tolerance * tolerance) };
    for (let y = 0; y < film.height; y += 1) for (let x = 0; x < film.width; x += 1) filterPixel(pass, x, y);

    current = result;
  });
  return current;
}

function filterPixel(pass: Pass, x: number, y: number): void {
  const { film, layer, result, step } = pass;
  const { width, height } = film;
  const center = y * width + x;
  let red = 0;
  let green = 0;
  let blue = 0;
  let total = 0;
  for (let dy = -2; dy <= 2; dy += 1) {
    const row = y + dy * step;
    if (row < 0 || row >= height) continue;
    for (let dx = -2; dx <= 2; dx += 1) {
      const column = x + dx * step;
      if (column < 0 || column >= width) continue;
      const other = row * width + column;
      const apart = unlikeness(pass, center, other);
      if (apart > 7) continue;
      const weight = (kernel[dx + 2] as number) * (kernel[dy + 2] as number) * Math.exp(-apart);
      red += weight * (layer[other * 3] as number);
      green += weight * (layer[other * 3 + 1] as number);
      blue += weight * (layer[other * 3 + 2] as number);
      total += weight;
    }
  }
  result[center * 3] = red / total;
  result[center * 3 + 1] = green / total;
  result[center * 3 + 2] = blue / total;
}

/** 0 where two pixels show the same smooth piece of surface in the same light, large across an edge. */
function unlikeness({ film: { normal, depth }, layer, strictness }: Pass, a: number, b: number): number {
  const distance = depth[a] as number;
  const apart = Math.abs(distance - (depth[b] as number)) / (distance + 1e-3);
  return apart * 14 + 12 * squaredDifference(normal, a, b) + strictness * squaredDifference(layer, a, b);
}

function squaredDifference(layer: Float32Array, a: number, b: number): number {
  const x = (layer[a * 3] as number) - (layer[b * 3] as number);
  const y = (layer[a * 3 + 1] as number) - (layer[b * 3 + 1] as number);
  const z = (layer[a * 3 + 2] as number) - (layer[b * 3 + 2] as number);
  return x * x + y * y + z * z;
}
