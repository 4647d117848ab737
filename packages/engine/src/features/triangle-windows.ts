/**
 * For each output position a record: offset of its window's first input (int32), how many inputs (int32), and their
 * weights (float32, they sum to 1), padded to `recordBytes`.
 */
export interface ResampleWindows {
  readonly records: Uint8Array;
  readonly recordBytes: number;
}

interface WindowSize {
  readonly from: number;
  readonly scale: number;
  readonly support: number;
  readonly step: number;
}

/** What comes before the weights of a record. */
export const windowHeaderBytes = 8;
const floatBytes = 4;

const windowCache = new Map<string, ResampleWindows>();
const maximumCachedWindows = 256;

function writeRecord(record: DataView, position: number, size: WindowSize): void {
  const centre = (position + 0.5) * size.scale;
  const start = Math.max(0, Math.floor(centre - size.support + 0.5));
  const end = Math.min(size.from, Math.floor(centre + size.support + 0.5));
  const weights = Array.from({ length: end - start }, (_, index) =>
    Math.max(0, 1 - Math.abs(start + index + 0.5 - centre) / size.support),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  record.setInt32(0, start * size.step, true);
  record.setInt32(4, end - start, true);
  weights.forEach((weight, index) => record.setFloat32(windowHeaderBytes + floatBytes * index, weight / sum, true));
}

function makeWindows(from: number, to: number, step: number): ResampleWindows {
  const scale = from / to;
  const support = Math.max(1, scale);
  const recordBytes = windowHeaderBytes + floatBytes * (Math.ceil(support) * 2 + 1);
  const records = new Uint8Array(to * recordBytes);
  for (let position = 0; position < to; position += 1)
    writeRecord(new DataView(records.buffer, position * recordBytes), position, { from, scale, support, step });
  return { records, recordBytes };
}

/**
 * Windows of a triangle filter whose support grows with the reduction, so that shrinking averages instead of skipping.
 * @param step  what an offset counts for each input; 1 counts inputs.
 * @source Pillow `Resample.c` (bilinear), precompute_coeffs.
 */
export function triangleWindows(from: number, to: number, step = 1): ResampleWindows {
  const key = `${from}:${to}:${step}`;
  const cached = windowCache.get(key);
  if (cached !== undefined) return cached;
  const windows = makeWindows(from, to, step);
  if (windowCache.size >= maximumCachedWindows) windowCache.clear();
  windowCache.set(key, windows);
  return windows;
}
