import { cellSide } from './cell-grid.ts';
import type { CellGrid } from './cell-grid.ts';
import { cellEnergies } from './cell-sums.ts';
import { gradientUnit } from './gradients.ts';
import type { Gradients } from './gradients.ts';
import type { Spans } from './lay-over.ts';

/** The cell whose quarter a finer cell is; both by their number, the finer grid having twice the columns. */
export function parentOf(at: number, columns: number): number {
  const fineColumns = 2 * columns;
  return (Math.floor(at / fineColumns) >> 1) * columns + ((at % fineColumns) >> 1);
}

/** Root mean square of a picture's gradients in the quarters of each cell, grey values; 0 for cells not asked for. */
export function fineContrasts(gradients: Gradients, grid: CellGrid, isWanted: (cell: number) => boolean): Float32Array {
  const columns = grid.columns / 2;
  const energies = new Float32Array((columns * grid.rows) / 2);
  const found = cellEnergies(gradients, grid);
  for (let at = 0; at < grid.columns * grid.rows; at += 1) {
    const cell = parentOf(at, columns);
    if (isWanted(cell))
      energies[cell] = (energies[cell] as number) + (found[2 * at] as number) + (found[2 * at + 1] as number);
  }
  return energies.map((energy) => Math.sqrt(energy / 4) / (cellSide * gradientUnit));
}

function placeOf({ left, top, columns }: CellGrid, at: number): readonly [left: number, top: number] {
  return [left[at % columns] as number, top[Math.floor(at / columns)] as number];
}

/** Finer cells, and where around themselves they are looked for. */
export interface FineSearch {
  readonly grid: CellGrid;
  readonly only: (at: number) => boolean;
  readonly centre: (at: number) => readonly [number, number];
  readonly radius: number;
}

/** The pixels of a frame that a search looks at: cells at every shift, and the neighbours that gradients need. */
export function spansOf({ grid, only, centre, radius }: FineSearch, [width, height]: readonly [number, number]): Spans {
  const from = new Int32Array(height).fill(width);
  const to = new Int32Array(height);
  const reach = radius + 1;
  for (let at = 0; at < grid.columns * grid.rows; at += 1) {
    if (!only(at)) continue;
    const [[left, top], [x, y]] = [placeOf(grid, at), centre(at)];
    const [start, end] = [Math.max(0, left + x - reach), Math.min(width, left + x + cellSide + reach)];
    const last = Math.min(height, top + y + cellSide + reach);
    for (let row = Math.max(0, top + y - reach); row < last; row += 1) {
      from[row] = Math.min(from[row] as number, start);
      to[row] = Math.max(to[row] as number, end);
    }
  }
  return { from: from.map((start, row) => Math.min(start, to[row] as number)), to };
}
