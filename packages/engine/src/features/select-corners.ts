import type { FoundCorners } from './fast-corners.ts';
import { after, keypointKernels, placesAt } from './keypoint-kernels.ts';
import type { PlacedPlane } from './keypoint-kernels.ts';

/** Corners that pass on to the costlier response, as a multiple of the budget. */
const candidateFactor = 3;
const gridCell = 40;
const addressBytes = 4;
const responseBytes = 16;

/** Addresses in a placed plane, 4 bytes each, in the kernels' memory. */
export interface ChosenPoints {
  readonly at: number;
  readonly count: number;
}

/** Most corners from one cell of the grid, and the grid's columns and cells. */
function gridOf({ width, height }: PlacedPlane, budget: number): { quota: number; columns: number; cells: number } {
  const columns = Math.ceil(width / gridCell);
  const cells = columns * Math.ceil(height / gridCell);
  return { quota: Math.max(2, Math.ceil((3 * budget) / cells)), columns, cells };
}

/**
 * The strongest corners, strongest first, at most a fair share of them from any one cell of a grid, so that one texture cannot
 * take all.
 * @param budget  how many at most, 1 … 340.
 */
export function selectCorners(plane: PlacedPlane, corners: FoundCorners, budget: number): ChosenPoints {
  const count = Math.min(corners.count, candidateFactor * budget);
  const listAt = after(corners.end, 0);
  const recordsAt = after(listAt, addressBytes * count);
  const roomAt = after(recordsAt, responseBytes * count);
  const takenAt = after(roomAt, responseBytes * count);
  const { quota, columns, cells } = gridOf(plane, budget);
  const chosenAt = after(takenAt, cells);
  if (count === 0) return { at: chosenAt, count };
  const kernels = keypointKernels(after(chosenAt, addressBytes * count));
  kernels.strongest(corners.at, corners.end, count, placesAt, listAt);
  kernels.respond(listAt, count, recordsAt);
  const sortedAt = kernels.sortDown(recordsAt, recordsAt + responseBytes * count, roomAt);
  new Uint8Array(kernels.memory.buffer, takenAt, cells).fill(0);
  const most = Math.min(budget, count);
  const chosen = kernels.choose(sortedAt, count, plane.at, gridCell, columns, quota, takenAt, most, chosenAt);
  return { at: chosenAt, count: chosen };
}
