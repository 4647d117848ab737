import type { Raster } from '../raster.ts';
import { growTo } from '../web-assembly.ts';
import { afterPlaced, placeRaster, rasterAt, rasterKernels, vectorMargin } from './raster-kernels.ts';
import type { PlacedRaster } from './raster-kernels.ts';
import { triangleWindows, windowHeaderBytes } from './triangle-windows.ts';

/** How resampled pixels are laid out. */
interface Layout {
  readonly width: number;
  readonly height: number;
  /** One plane a channel instead of three values a pixel. */
  readonly isPlanar: boolean;
  /** What a full byte becomes. */
  readonly white: number;
}

const floatBytes = 4;
const roundUp = (bytes: number): number => Math.ceil((bytes + vectorMargin) / 16) * 16;

/**
 * Rows first, then columns, one output row at a time: what lies between them is a single row, which stays in the cache.
 * @returns where the result lies, after the raster.
 */
function resample(placed: PlacedRaster, layout: Layout): number {
  const { width, height, isPlanar } = layout;
  const rows = triangleWindows(placed.height, height);
  const columns = triangleWindows(placed.width, width, 3 * floatBytes);
  const rowsAt = afterPlaced(placed);
  const columnsAt = rowsAt + roundUp(rows.records.byteLength);
  const lineAt = columnsAt + roundUp(columns.records.byteLength);
  const outAt = lineAt + roundUp(placed.width * 3 * floatBytes);
  const { memory, blendRows, sampleRow } = rasterKernels();
  growTo(memory, outAt + roundUp(width * height * 3 * floatBytes));
  const bytes = new Uint8Array(memory.buffer);
  bytes.set(rows.records, rowsAt);
  bytes.set(columns.records, columnsAt);
  const pixelBytes = isPlanar ? floatBytes : 3 * floatBytes;
  const channelBytes = isPlanar ? width * height * floatBytes : floatBytes;
  const records = new DataView(memory.buffer, rowsAt);
  for (let y = 0; y < height; y += 1) {
    const record = y * rows.recordBytes;
    const first = rasterAt + records.getInt32(record, true) * placed.width * 3;
    const weights = rowsAt + record + windowHeaderBytes;
    blendRows(first, placed.width * 3, records.getInt32(record + 4, true), weights, lineAt);
    const to = outAt + y * width * pixelBytes;
    const scale = layout.white / 255;
    sampleRow(lineAt, columnsAt, columns.recordBytes, width, to, pixelBytes, channelBytes, scale);
  }
  return outAt;
}

/**
 * Resamples a raster to exactly `width` × `height`, ignoring its aspect ratio.
 * @returns interleaved RGB floats, 0…255, row-major, `width * height * 3` long.
 */
export function squash(raster: Raster, width: number, height: number): Float32Array {
  const at = resample(placeRaster(raster), { width, height, isPlanar: false, white: 255 });
  return new Float32Array(rasterKernels().memory.buffer, at, width * height * 3).slice();
}

/**
 * Resamples a placed raster to a square, ignoring its aspect ratio.
 * @returns planar RGB floats, 0…1, `3 * side * side` long, in the kernels' memory until something else is placed.
 */
export function placedPlanes(placed: PlacedRaster, side: number): Float32Array {
  const at = resample(placed, { width: side, height: side, isPlanar: true, white: 1 });
  return new Float32Array(rasterKernels().memory.buffer, at, 3 * side * side);
}
