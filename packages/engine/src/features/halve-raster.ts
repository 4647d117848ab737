import type { Raster } from '../raster.ts';
import { growTo } from './web-assembly.ts';
import { rasterKernels, vectorMargin } from './raster-kernels.ts';

const channels = 3;

/**
 * A picture at half its size: each pixel is the mean of 2 × 2, rounded to nearest; an odd last row or column is left out.
 * @param raster  at least 2 pixels wide and high.
 */
export function halveRaster(raster: Raster): Raster {
  const [width, height] = [raster.width >> 1, raster.height >> 1];
  const { memory, halveRow } = rasterKernels();
  const [rowBytes, halfBytes] = [channels * raster.width, channels * width];
  const to = raster.data.length + vectorMargin;
  growTo(memory, to + halfBytes * height + vectorMargin);
  new Uint8Array(memory.buffer).set(raster.data);
  // In order: what a row writes after its end is written again by the next one.
  for (let y = 0; y < height; y += 1) halveRow(2 * y * rowBytes, (2 * y + 1) * rowBytes, to + y * halfBytes, width);
  return { width, height, data: new Uint8Array(memory.buffer, to, halfBytes * height).slice() };
}
