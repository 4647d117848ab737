import { layerKernels } from './layer-kernels.ts';
import { nearRowAt, newPlane, rowAt } from './plane.ts';
import type { Plane } from './plane.ts';

/** Gradients are kept in this many parts of a grey value: sums of their products are exact. */
export const gradientUnit = 8;

/** Central differences of a plane, over two pixels, in 1/8 of a grey value. */
export interface Gradients {
  readonly x: Plane;
  readonly y: Plane;
  /** Where this is 0, not −1, the gradients are 0 and mean nothing; absent, all are known. */
  readonly known?: Plane;
}

/** Rows of a frame, and of each the columns that are wanted: from … to, none where these are equal. */
export interface Spans {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Gradients of a plane, in all rows or in those that are wanted; at an edge the edge itself stands in for what lies beyond. */
export function gradientsOf(plane: Plane, spans?: Spans): Gradients {
  const { width, height } = plane;
  const [x, y] = [newPlane(width, height), newPlane(width, height)];
  const { gradientRow } = layerKernels();
  for (let row = 0; row < height; row += 1) {
    if (spans !== undefined && spans.to[row] === spans.from[row]) continue;
    const [above, below] = [nearRowAt(plane, row - 1), nearRowAt(plane, row + 1)];
    gradientRow(above, rowAt(plane, row), below, rowAt(x, row), rowAt(y, row), width);
  }
  return { x, y };
}

/** Gradients of a plane that is known only where `mask` is −1: they need all neighbours. */
export function knownGradients(plane: Plane, mask: Plane, spans?: Spans): Gradients {
  const { x, y } = gradientsOf(plane, spans);
  const known = newPlane(plane.width, plane.height);
  const { maskRow } = layerKernels();
  for (let row = 0; row < plane.height; row += 1) {
    if (spans !== undefined && spans.to[row] === spans.from[row]) continue;
    const [above, below] = [nearRowAt(mask, row - 1), nearRowAt(mask, row + 1)];
    maskRow(above, rowAt(mask, row), below, rowAt(x, row), rowAt(y, row), rowAt(known, row), plane.width);
  }
  return { x, y, known };
}
