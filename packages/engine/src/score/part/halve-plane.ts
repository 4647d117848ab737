import type { LumaPlane } from '../../raster.ts';

/** A plane at half its size: means of 2 × 2, rounded to nearest; an odd last row or column is left out. */
export function halvePlane({ width, height, data }: LumaPlane): LumaPlane {
  const [across, down] = [width >> 1, height >> 1];
  const half = new Uint8Array(across * down);
  for (let y = 0, to = 0; y < down; y += 1) {
    for (let at = 2 * y * width, end = at + 2 * across; at < end; at += 2, to += 1) {
      const above = (data[at] as number) + (data[at + 1] as number);
      const below = (data[at + width] as number) + (data[at + width + 1] as number);
      half[to] = (above + below + 2) >> 2;
    }
  }
  return { width: across, height: down, data: half };
}
