import { bmpRowStride } from '@semblance/picture';
import type { BmpLayout } from '@semblance/picture';

/** Offset of the row displayed `y` rows from the top. */
export function rowStart(layout: BmpLayout, y: number): number {
  return layout.pixelsAt + storedRow(layout, y) * bmpRowStride(layout);
}

/** Converts between the displayed and the stored number of a row. */
export function storedRow(layout: BmpLayout, y: number): number {
  return layout.topDown ? y : layout.height - 1 - y;
}
