import type { Plane } from './plane.ts';

/** Gradients are kept in this many parts of a grey value: sums of their products are exact. */
export const gradientUnit = 8;

/**
 * Central differences of a plane, over two pixels, in 1/8 of a grey value. Where `valid` is 0, not −1, they are 0 and mean
 * nothing; absent, all are valid.
 */
export interface Gradients {
  readonly width: number;
  readonly height: number;
  readonly x: Int16Array;
  readonly y: Int16Array;
  readonly valid?: Int16Array;
}

/** Gradients of a plane; at an edge the edge itself stands in for what lies beyond. */
export function gradientsOf({ width, height, data }: Plane): Gradients {
  const x = new Int16Array(data.length);
  const y = new Int16Array(data.length);
  for (let row = 0; row < height; row += 1) {
    const above = row === 0 ? 0 : -width;
    const below = row === height - 1 ? 0 : width;
    const start = row * width;
    for (let at = start; at < start + width; at += 1) {
      const right = at === start + width - 1 ? at : at + 1;
      x[at] = Math.round(gradientUnit * ((data[right] as number) - (data[at === start ? at : at - 1] as number)));
      y[at] = Math.round(gradientUnit * ((data[at + below] as number) - (data[at + above] as number)));
    }
  }
  return { width, height, x, y };
}

/** Gradients of a plane that is known only where `inside` is −1: they need all neighbours. */
export function knownGradients(plane: Plane, inside: Int16Array): Gradients {
  const { width, height, x, y } = gradientsOf(plane);
  const valid = new Int16Array(inside.length);
  for (let row = 0; row < height; row += 1) {
    const above = row === 0 ? 0 : -width;
    const below = row === height - 1 ? 0 : width;
    const start = row * width;
    for (let at = start; at < start + width; at += 1) {
      const left = at === start ? at : at - 1;
      const right = at === start + width - 1 ? at : at + 1;
      const across = (inside[left] as number) & (inside[at] as number) & (inside[right] as number);
      valid[at] = across & (inside[at + above] as number) & (inside[at + below] as number);
      x[at] = (x[at] as number) & (valid[at] as number);
      y[at] = (y[at] as number) & (valid[at] as number);
    }
  }
  return { width, height, x, y, valid };
}
