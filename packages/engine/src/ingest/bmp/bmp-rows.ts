import { bmpRowStride } from '@semblance/picture';
import type { BmpLayout } from '@semblance/picture';

/** Where the row that is shown `y` rows from the top is stored. */
export function rowStart(layout: BmpLayout, y: number): number {
  return layout.pixelsAt + storedRow(layout, y) * bmpRowStride(layout);
}

/** The stored number of the row shown at `y`, and the other way round. */
export function storedRow(layout: BmpLayout, y: number): number {
  return layout.topDown ? y : layout.height - 1 - y;
}
