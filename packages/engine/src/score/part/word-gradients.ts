import type { Masked, WordPlane } from './window-kernels.ts';

/** Central differences of a plane, halved; zero at its edge. */
export interface Gradients {
  readonly x: WordPlane;
  readonly y: WordPlane;
}

/** Gradients of a plane of 8-bit levels. */
export function gradientsOf({ width, height, data }: WordPlane): Gradients {
  const x = new Int16Array(data.length);
  const y = new Int16Array(data.length);
  for (let row = 1; row < height - 1; row += 1) {
    for (let at = row * width + 1; at < (row + 1) * width - 1; at += 1) {
      x[at] = ((data[at + 1] as number) - (data[at - 1] as number)) >> 1;
      y[at] = ((data[at + width] as number) - (data[at - width] as number)) >> 1;
    }
  }
  return { x: { width, height, data: x }, y: { width, height, data: y } };
}

/** Both gradients of what is looked for, and how many pixels have them. */
export interface MaskedGradients {
  readonly x: Masked;
  readonly y: Masked;
  readonly count: number;
}

/** Pixels that count, and whose four neighbours do. */
function innerMask({ width, height, mask }: Masked): Int16Array {
  const inner = new Int16Array(mask.length);
  for (let row = 1; row < height - 1; row += 1) {
    for (let at = row * width + 1; at < (row + 1) * width - 1; at += 1) {
      const beside = (mask[at - 1] as number) & (mask[at + 1] as number);
      inner[at] = (mask[at] as number) & beside & (mask[at - width] as number) & (mask[at + width] as number);
    }
  }
  return inner;
}

/** Gradients of a masked plane, where all that they are made of counts. */
export function maskedGradients(plane: Masked): MaskedGradients {
  const mask = innerMask(plane);
  const { x, y } = gradientsOf(plane);
  let count = 0;
  for (let at = 0; at < mask.length; at += 1) {
    const counts = mask[at] as number;
    count -= counts;
    x.data[at] = (x.data[at] as number) & counts;
    y.data[at] = (y.data[at] as number) & counts;
  }
  return { x: { ...x, mask }, y: { ...y, mask }, count };
}
