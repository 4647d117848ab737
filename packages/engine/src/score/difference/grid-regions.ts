/** A grid of cells, row-major, and whether those that touch at a corner hang together. */
export interface CellGrid {
  readonly columns: number;
  readonly rows: number;
  readonly corners: boolean;
}

/** Cells that hang together with a cell. */
export function neighboursOf(cell: number, { columns, rows, corners }: CellGrid): number[] {
  const [x, y] = [cell % columns, Math.floor(cell / columns)];
  const found: number[] = [];
  for (let row = Math.max(0, y - 1); row <= Math.min(rows - 1, y + 1); row += 1) {
    for (let column = Math.max(0, x - 1); column <= Math.min(columns - 1, x + 1); column += 1) {
      const isSelf = row === y && column === x;
      if (!isSelf && (corners || row === y || column === x)) found.push(row * columns + column);
    }
  }
  return found;
}

/** Marked cells that hang together with some of these; takes their marks off. */
export function takeRegion(marked: Uint8Array, starts: Iterable<number>, grid: CellGrid): number[] {
  const region: number[] = [];
  const take = (cell: number): void => {
    if (marked[cell] === 0) return;
    marked[cell] = 0;
    region.push(cell);
  };
  for (const start of starts) take(start);
  for (let next = 0; next < region.length; next += 1)
    for (const cell of neighboursOf(region[next] as number, grid)) take(cell);
  return region;
}

/** All regions of marked cells, by their first cell. */
export function connectedRegions(marked: Uint8Array, grid: CellGrid): number[][] {
  const left = marked.slice();
  const regions: number[][] = [];
  for (let start = 0; start < left.length; start += 1)
    if (left[start] !== 0) regions.push(takeRegion(left, [start], grid));

  return regions;
}

/** Columns and rows of a grid from the first to the last one, both included. */
export interface CellRectangle {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The rectangle around cells; around none, one whose last column and row lie before the first. */
export function rectangleAround(cells: Iterable<number>, columns: number): CellRectangle {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const cell of cells) {
    const [column, row] = [cell % columns, Math.floor(cell / columns)];
    left = Math.min(left, column);
    right = Math.max(right, column);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
  }
  return { left, right, top, bottom };
}

/** Whether a cell plainly disagrees: it has content, and that of the other picture is another. */
export function plainlyDisagrees(weight: number, agreement: number): boolean {
  return weight > strongContent && agreement < disagreeing;
}

const strongContent = 0.5;
/** Agreement below which a cell's content is not that of the other picture. */
export const disagreeing = 0.34;
