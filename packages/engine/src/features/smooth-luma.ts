import type { LumaPlane } from './luma.ts';

/** Gaussian of standard deviation 2 over seven pixels, in 1/256: centre, then one, two and three pixels away. */
const kernel = [56, 49, 33, 18] as const;

/**
 * Smooths a plane before descriptor tests, which compare single pixels. Three pixels along the edge stay as they are;
 * no descriptor reaches them.
 */
export function smoothLuma(plane: LumaPlane): LumaPlane {
  const { width, height, data } = plane;
  const [centre, one, two, three] = kernel;
  const rows = new Uint8Array(data);
  for (let y = 0; y < height; y += 1) {
    const end = (y + 1) * width - 3;
    for (let at = y * width + 3; at < end; at += 1) {
      rows[at] =
        (centre * (data[at] as number) +
          one * ((data[at - 1] as number) + (data[at + 1] as number)) +
          two * ((data[at - 2] as number) + (data[at + 2] as number)) +
          three * ((data[at - 3] as number) + (data[at + 3] as number)) +
          128) >>
        8;
    }
  }
  const result = new Uint8Array(rows);
  const w2 = 2 * width;
  const w3 = 3 * width;
  for (let at = w3; at < (height - 3) * width; at += 1) {
    result[at] =
      (centre * (rows[at] as number) +
        one * ((rows[at - width] as number) + (rows[at + width] as number)) +
        two * ((rows[at - w2] as number) + (rows[at + w2] as number)) +
        three * ((rows[at - w3] as number) + (rows[at + w3] as number)) +
        128) >>
      8;
  }
  return { width, height, data: result };
}
