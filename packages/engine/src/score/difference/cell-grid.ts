/** Side of a cell, pixels of the plane it lies on. */
export const cellSide = 16;

/** Square cells on a plane, `cellSide` wide; they may overlap. */
export interface CellGrid {
  readonly columns: number;
  readonly rows: number;
  /** Left edge of each column, top edge of each row, pixels. */
  readonly left: Int32Array;
  readonly top: Int32Array;
}

function edgesFrom(start: number, count: number): Int32Array {
  const edges = new Int32Array(count);
  for (let at = 0; at < count; at += 1) edges[at] = start + at * cellSide;
  return edges;
}

/** As many whole cells as fit, centred; none on a plane smaller than a cell. */
export function gridOn(width: number, height: number): CellGrid {
  const columns = Math.floor(width / cellSide);
  const rows = Math.floor(height / cellSide);
  const left = (width - columns * cellSide) >> 1;
  const top = (height - rows * cellSide) >> 1;
  return {
    columns,
    rows,
    left: edgesFrom(left, columns),
    top: edgesFrom(top, rows),
  };
}

interface PlaneSize {
  readonly width: number;
  readonly height: number;
}

/** An edge moved so that the cell lies on the plane; undefined where no cell fits. */
const moveInside = (edge: number, length: number): number => Math.max(0, Math.min(length - cellSide, Math.round(edge)));

/** Around the quarters of each cell, on a plane `ratio` times as large; undefined where no cell fits. */
export function finerGrid(grid: CellGrid, ratio: number, plane: PlaneSize): CellGrid | undefined {
  if (plane.width < cellSide || plane.height < cellSide) return undefined;
  const quarter = cellSide / 4;
  const cut = (edges: Int32Array, length: number): Int32Array =>
    Int32Array.from({ length: 2 * edges.length }, (_, at) => {
      const centre = ((edges[at >> 1] as number) + (1 + 2 * (at & 1)) * quarter) * ratio;
      return moveInside(centre - cellSide / 2, length);
    });
  return {
    columns: 2 * grid.columns,
    rows: 2 * grid.rows,
    left: cut(grid.left, plane.width),
    top: cut(grid.top, plane.height),
  };
}

/** Around the same centres on a plane of half the size; undefined where no cell fits. */
export function coarserGrid(grid: CellGrid, ratio: number, plane: PlaneSize): CellGrid | undefined {
  if (plane.width < cellSide || plane.height < cellSide) return undefined;
  const around = (edges: Int32Array, length: number): Int32Array =>
    edges.map((edge) => moveInside((edge + cellSide / 2) * ratio - cellSide / 2, length));
  return { ...grid, left: around(grid.left, plane.width), top: around(grid.top, plane.height) };
}
