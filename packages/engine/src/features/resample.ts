import type { Raster } from '../raster.ts';
import { growTo } from '../web-assembly.ts';
import { rasterKernels, vectorMargin } from './raster-kernels.ts';
import { triangleWindows, windowHeaderBytes } from './triangle-windows.ts';

/** How resampled pixels are laid out. */
interface Layout {
  readonly width: number;
  readonly height: number;
  /** One plane a channel instead of three values a pixel. */
  readonly isPlanar: boolean;
  /** What a full byte becomes. */
  readonly white: number;
  /** Takes the result, which is as long as this; a new array where it is absent. */
  readonly into?: Float32Array | undefined;
}

const floatBytes = 4;
const roundUp = (bytes: number): number => Math.ceil((bytes + vectorMargin) / 16) * 16;

/** Rows first, then columns, one output row at a time: what lies between them is a single row, which stays in the cache. */
function resample(raster: Raster, layout: Layout): Float32Array {
  const { width, height, isPlanar } = layout;
  const rows = triangleWindows(raster.height, height);
  const columns = triangleWindows(raster.width, width, 3 * floatBytes);
  const rowsAt = roundUp(raster.data.length);
  const columnsAt = rowsAt + roundUp(rows.records.byteLength);
  const lineAt = columnsAt + roundUp(columns.records.byteLength);
  const outAt = lineAt + roundUp(raster.width * 3 * floatBytes);
  const outLength = width * height * 3;
  const { memory, blendRows, sampleRow } = rasterKernels();
  growTo(memory, outAt + roundUp(outLength * floatBytes));
  const bytes = new Uint8Array(memory.buffer);
  bytes.set(raster.data);
  bytes.set(rows.records, rowsAt);
  bytes.set(columns.records, columnsAt);
  const pixelBytes = isPlanar ? floatBytes : 3 * floatBytes;
  const channelBytes = isPlanar ? width * height * floatBytes : floatBytes;
  const records = new DataView(memory.buffer, rowsAt);
  for (let y = 0; y < height; y += 1) {
    const record = y * rows.recordBytes;
    const first = records.getInt32(record, true) * raster.width * 3;
    const weights = rowsAt + record + windowHeaderBytes;
    blendRows(first, raster.width * 3, records.getInt32(record + 4, true), weights, lineAt);
    const to = outAt + y * width * pixelBytes;
    const scale = layout.white / 255;
    sampleRow(lineAt, columnsAt, columns.recordBytes, width, to, pixelBytes, channelBytes, scale);
  }
  const result = layout.into ?? new Float32Array(outLength);
  result.set(new Float32Array(memory.buffer, outAt, outLength));
  return result;
}

/**
 * Resamples a raster to exactly `width` × `height`, ignoring its aspect ratio.
 * @returns interleaved RGB floats, 0…255, row-major, `width * height * 3` long.
 */
export function squash(raster: Raster, width: number, height: number): Float32Array {
  return resample(raster, { width, height, isPlanar: false, white: 255 });
}

/**
 * Resamples a raster to a square, ignoring its aspect ratio.
 * @param into  takes the result; a new array where it is absent.
 * @returns     planar RGB floats, 0…1, `3 * side * side` long.
 */
export function squashToPlanes(raster: Raster, side: number, into?: Float32Array): Float32Array {
  return resample(raster, { width: side, height: side, isPlanar: true, white: 1, into });
}
