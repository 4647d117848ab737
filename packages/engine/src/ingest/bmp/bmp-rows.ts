import type { BmpLayout } from '@semblance/picture';

/** Bytes from one stored row to the next: rows are padded to 32 bits. */
export function rowStride(layout: BmpLayout): number {
  return Math.ceil((layout.width * layout.bitsPerPixel) / 32) * 4;
}

/** Where the row that is shown `y` rows from the top is stored. */
export function rowStart(layout: BmpLayout, y: number): number {
  return layout.pixelsAt + storedRow(layout, y) * rowStride(layout);
}

/** The stored number of the row shown at `y`, and the other way round. */
export function storedRow(layout: BmpLayout, y: number): number {
  return layout.topDown ? y : layout.height - 1 - y;
}
