import { cellSide } from './cell-grid.ts';
import type { CellGrid } from './cell-grid.ts';
import { gradientUnit } from './gradients.ts';
import type { Spans } from './gradients.ts';
import type { CellShifts } from './search-cells.ts';

/** The cell whose quarter a finer cell is; both by their number, the finer grid having twice the columns. */
export function parentOf(at: number, columns: number): number {
  const fineColumns = 2 * columns;
  return (Math.floor(at / fineColumns) >> 1) * columns + ((at % fineColumns) >> 1);
}

/** Root mean square of the gradients in the quarters of each cell, grey values, by the energies of the quarters. */
export function fineContrasts(energies: Int32Array, { columns, rows }: CellGrid): Float32Array {
  const contrasts = new Float32Array((columns * rows) / 4);
  for (let at = 0; at < columns * rows; at += 1) {
    const cell = parentOf(at, columns / 2);
    contrasts[cell] = (contrasts[cell] as number) + (energies[2 * at] as number) + (energies[2 * at + 1] as number);
  }
  for (let cell = 0; cell < contrasts.length; cell += 1)
    contrasts[cell] = Math.sqrt((contrasts[cell] as number) / 4) / (cellSide * gradientUnit);
  return contrasts;
}

function placeOf({ left, top, columns }: CellGrid, at: number): readonly [left: number, top: number] {
  return [left[at % columns] as number, top[Math.floor(at / columns)] as number];
}

/** Finer cells, and where around themselves they are looked for. */
export interface FineSearch {
  readonly grid: CellGrid;
  /** Not 0 for those that are looked for. */
  readonly only: Uint8Array;
  readonly centres: CellShifts;
  readonly radius: number;
}

/** The pixels of a frame that a search looks at: cells at every shift, and the neighbours that gradients need. */
export function spansOf(
  { grid, only, centres, radius }: FineSearch,
  [width, height]: readonly [number, number],
): Spans {
  const from = new Int32Array(height).fill(width);
  const to = new Int32Array(height);
  const reach = radius + 1;
  for (let at = 0; at < grid.columns * grid.rows; at += 1) {
    if (only[at] === 0) continue;
    const [left, top] = placeOf(grid, at);
    const [x, y] = [centres.x[at] as number, centres.y[at] as number];
    const [start, end] = [Math.max(0, left + x - reach), Math.min(width, left + x + cellSide + reach)];
    const last = Math.min(height, top + y + cellSide + reach);
    for (let row = Math.max(0, top + y - reach); row < last; row += 1) {
      from[row] = Math.min(from[row] as number, start);
      to[row] = Math.max(to[row] as number, end);
    }
  }
  for (let row = 0; row < height; row += 1) from[row] = Math.min(from[row] as number, to[row] as number);
  return { from, to };
}
