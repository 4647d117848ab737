/** Number of marked cells, on a grid of `columns`, in the largest region whose cells touch one another, corners too. */
export function largestRegion(marked: Uint8Array, columns: number): number {
  const left = marked.slice();
  const rows = marked.length / columns;
  let largest = 0;
  for (let start = 0; start < left.length; start += 1) {
    if (left[start] === 0) continue;
    left[start] = 0;
    const open = [start];
    let size = 0;
    for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
      size += 1;
      const marks = neighbours(cell, columns, rows).filter((next) => left[next] !== 0);
      for (const next of marks) left[next] = 0;
      open.push(...marks);
    }
    largest = Math.max(largest, size);
  }
  return largest;
}

function neighbours(cell: number, columns: number, rows: number): number[] {
  const [x, y] = [cell % columns, Math.floor(cell / columns)];
  const found: number[] = [];
  for (let row = Math.max(0, y - 1); row <= Math.min(rows - 1, y + 1); row += 1) {
    for (let column = Math.max(0, x - 1); column <= Math.min(columns - 1, x + 1); column += 1)
      found.push(row * columns + column);
  }
  return found;
}
