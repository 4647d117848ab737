import type { Film } from './film.ts';

/** How far a pass of the filter reaches and what stops it. */
interface Pass {
  readonly step: number;
  /** Allowed difference of brightness; light edges wider than this stay. */
  readonly tolerance: number;
}

// B3 spline, as in the à-trous wavelet.
const KERNEL = [1 / 16, 1 / 4, 3 / 8, 1 / 4, 1 / 16] as const;

/**
 * Smooths a noisy layer but keeps edges of shape and depth: the edge-avoiding à-trous wavelet filter
 * (Dammertz et al. 2010).
 */
export function denoise(film: Film, layer: Float32Array, tolerances: readonly number[]): Float32Array {
  let current = layer;
  tolerances.forEach((tolerance, level) => {
    current = filterOnce(film, current, { step: 2 ** level, tolerance });
  });
  return current;
}

function filterOnce(film: Film, layer: Float32Array, pass: Pass): Float32Array {
  const result = new Float32Array(layer.length);
  for (let y = 0; y < film.height; y += 1) {
    for (let x = 0; x < film.width; x += 1) filterPixel({ film, layer, result }, { x, y }, pass);
  }
  return result;
}

interface Layers {
  readonly film: Film;
  readonly layer: Float32Array;
  readonly result: Float32Array;
}

function filterPixel({ film, layer, result }: Layers, { x, y }: { x: number; y: number }, pass: Pass): void {
  const { width, height } = film;
  const center = y * width + x;
  let red = 0;
  let green = 0;
  let blue = 0;
  let total = 0;
  for (let dy = -2; dy <= 2; dy += 1) {
    const row = y + dy * pass.step;
    if (row < 0 || row >= height) continue;
    for (let dx = -2; dx <= 2; dx += 1) {
      const column = x + dx * pass.step;
      if (column < 0 || column >= width) continue;
      const other = row * width + column;
      const spline = (KERNEL[dx + 2] as number) * (KERNEL[dy + 2] as number);
      const weight = spline * likeness(film, center, other) * closeness(layer, [center, other], pass.tolerance);
      red += weight * (layer[other * 3] as number);
      green += weight * (layer[other * 3 + 1] as number);
      blue += weight * (layer[other * 3 + 2] as number);
      total += weight;
    }
  }
  result.set([red / total, green / total, blue / total], center * 3);
}

/** 1 where two pixels show the same smooth piece of surface, towards 0 across an edge. */
function likeness({ normal, depth }: Film, a: number, b: number): number {
  const nx = (normal[a * 3] as number) - (normal[b * 3] as number);
  const ny = (normal[a * 3 + 1] as number) - (normal[b * 3 + 1] as number);
  const nz = (normal[a * 3 + 2] as number) - (normal[b * 3 + 2] as number);
  const apart = Math.abs((depth[a] as number) - (depth[b] as number)) / ((depth[a] as number) + 1e-3);
  return Math.exp(-(nx * nx + ny * ny + nz * nz) * 12 - apart * 14);
}

function closeness(layer: Float32Array, [a, b]: readonly [number, number], tolerance: number): number {
  const red = (layer[a * 3] as number) - (layer[b * 3] as number);
  const green = (layer[a * 3 + 1] as number) - (layer[b * 3 + 1] as number);
  const blue = (layer[a * 3 + 2] as number) - (layer[b * 3 + 2] as number);
  return Math.exp(-(red * red + green * green + blue * blue) / (tolerance * tolerance));
}
