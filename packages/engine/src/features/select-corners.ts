import type { Corners } from './fast-corners.ts';
import { after, planeAt, withPlane } from './keypoint-kernels.ts';
import type { LumaPlane } from '../raster.ts';
import { rank, rankWhole } from './rank.ts';

/** Corners that pass on to the costlier response, as a multiple of the budget. */
const candidateFactor = 3;
const gridCell = 40;

/** Smaller eigenvalue surrogate: det − 0.04 · trace² of the gradient's second moments over 7 × 7 pixels. */
function harrisResponses(plane: LumaPlane, positions: Int32Array): Float64Array {
  const count = positions.length;
  const responses = new Float64Array(count);
  if (count === 0) return responses;
  const listAt = after(planeAt, plane.data.length);
  const momentsAt = after(listAt, 4 * count);
  const { memory, gradients } = withPlane(plane, after(momentsAt, 12 * count));
  const list = new Int32Array(memory.buffer, listAt, count);
  for (let index = 0; index < count; index += 1) list[index] = planeAt + (positions[index] as number);
  gradients(listAt, count, plane.width, momentsAt);
  const moments = new Int32Array(memory.buffer, momentsAt, 3 * count);
  for (let index = 0; index < count; index += 1) {
    const xx = moments[3 * index] as number;
    const yy = moments[3 * index + 1] as number;
    const xy = moments[3 * index + 2] as number;
    responses[index] = xx * yy - xy * xy - 0.04 * (xx + yy) * (xx + yy);
  }
  return responses;
}

/**
 * The strongest corners, at most a fair share of them from any one cell of a grid, so that one texture cannot take all.
 * @returns indices into the plane, strongest first.
 */
export function selectCorners(plane: LumaPlane, corners: Corners, budget: number): Int32Array {
  const { width, height } = plane;
  const positions = rankWhole(corners.score)
    .subarray(0, candidateFactor * budget)
    .map((corner) => (corners.y[corner] as number) * width + (corners.x[corner] as number));
  const columns = Math.ceil(width / gridCell);
  const rows = Math.ceil(height / gridCell);
  const quota = Math.max(2, Math.ceil((3 * budget) / (columns * rows)));
  const taken = new Int32Array(columns * rows);
  const chosen = new Int32Array(Math.min(budget, positions.length));
  let count = 0;
  for (const candidate of rank(harrisResponses(plane, positions))) {
    if (count === chosen.length) break;
    const at = positions[candidate] as number;
    const cell = Math.floor(Math.floor(at / width) / gridCell) * columns + Math.floor((at % width) / gridCell);
    if ((taken[cell] as number) >= quota) continue;
    taken[cell] = (taken[cell] as number) + 1;
    chosen[count] = at;
    count += 1;
  }
  return chosen.subarray(0, count);
}
