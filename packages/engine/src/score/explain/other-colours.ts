import type { DifferenceCells } from '../difference/difference-evidence.ts';
import { connectedRegions } from '../difference/grid-regions.ts';

/** Share of a cell in other colours from which on they are plainly others. */
const plainColour = 0.8;
/** Colours are compared in places of 8 px, so that beside a thin line a cell or two differ in a clean copy. */
const leastCells = 4;

/** Cells in plainly other colours that hang together, 0 or 1 a cell, however alike their brightness is; too few of them are none. */
export function recolouredCells({
  columns,
  rows,
  otherColour,
}: Pick<DifferenceCells, 'columns' | 'rows' | 'otherColour'>): Uint8Array {
  const recoloured = Uint8Array.from(otherColour, (share) => (share >= plainColour ? 1 : 0));
  for (const place of connectedRegions(recoloured, { columns, rows, corners: true }))
    if (place.length < leastCells) for (const at of place) recoloured[at] = 0;
  return recoloured;
}
