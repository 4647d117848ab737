import type { Raster } from '../raster.ts';
import { growTo } from '../web-assembly.ts';
import { rasterAt, rasterKernels, useRasterMemory, vectorMargin } from './raster-kernels.ts';

const channels = 3;
/** Rows pass through the kernel in strips of about so many bytes, which stay in the processor's cache meanwhile. */
const stripBytes = 96 * 1024;

/**
 * A picture at half its size: each pixel is the mean of 2 × 2, rounded to nearest; an odd last row or column is left out.
 * @param raster  at least 2 pixels wide and high.
 */
export function halveRaster(raster: Raster): Raster {
  const [width, height] = [raster.width >> 1, raster.height >> 1];
  const { memory, halveRow } = rasterKernels();
  const [rowBytes, halfBytes] = [channels * raster.width, channels * width];
  const stripRows = Math.min(height, Math.max(1, Math.floor(stripBytes / (2 * rowBytes))));
  const to = rasterAt + 2 * stripRows * rowBytes + vectorMargin;
  useRasterMemory();
  growTo(memory, to + halfBytes * stripRows + vectorMargin);
  const bytes = new Uint8Array(memory.buffer);
  const data = new Uint8Array(halfBytes * height);
  for (let top = 0; top < height; top += stripRows) {
    const rows = Math.min(stripRows, height - top);
    bytes.set(raster.data.subarray(2 * top * rowBytes, 2 * (top + rows) * rowBytes), rasterAt);
    // In order: what a row writes after its end is written again by the next one.
    for (let y = 0; y < rows; y += 1) {
      const upper = rasterAt + 2 * y * rowBytes;
      halveRow(upper, upper + rowBytes, to + y * halfBytes, width);
    }
    data.set(bytes.subarray(to, to + halfBytes * rows), top * halfBytes);
  }
  return { width, height, data };
}
