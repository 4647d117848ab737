import { after, planeAt, withPlane } from './keypoint-kernels.ts';
import type { LumaPlane } from '../raster.ts';

/** Where one output position lies between two inputs: the first of them, and the part of the second in 1/256. */
function between(position: number, from: number, to: number): [number, number] {
  const centre = Math.min(from - 1, Math.max(0, ((position + 0.5) * from) / to - 0.5));
  const first = Math.min(from - 2, Math.floor(centre));
  return [first, Math.round((centre - first) * 256)];
}

/** Records of the kernel: byte offset of a column in a line of 16-bit words, and the part of the one after it. */
function columnRecords(from: number, to: number): Uint16Array {
  const records = new Uint16Array(2 * to);
  for (let x = 0; x < to; x += 1) {
    const [first, part] = between(x, from, to);
    records[2 * x] = 2 * first;
    records[2 * x + 1] = part;
  }
  return records;
}

/**
 * Shrinks a plane by bilinear sampling in fixed point; meant for small steps (a factor below 2), where that does not
 * alias visibly.
 */
export function shrinkLuma(plane: LumaPlane, width: number, height: number): LumaPlane {
  const lineAt = after(planeAt, plane.data.length);
  const columnsAt = after(lineAt, 2 * plane.width);
  const outAt = after(columnsAt, 4 * width);
  const { memory, shrinkRow } = withPlane(plane, after(outAt, width * height));
  new Uint16Array(memory.buffer, columnsAt).set(columnRecords(plane.width, width));
  for (let y = 0; y < height; y += 1) {
    const [top, part] = between(y, plane.height, height);
    shrinkRow(planeAt + top * plane.width, plane.width, part, lineAt, columnsAt, width, outAt + y * width);
  }
  return { width, height, data: new Uint8Array(memory.buffer, outAt, width * height).slice() };
}
