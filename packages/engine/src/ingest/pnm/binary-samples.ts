import type { PnmLayout } from '@semblance/picture';
import { scaleTable } from './sample-scale.ts';

/** P5 and P6: one byte per sample, or two with the high one first where the maximum exceeds 255. */
export function readBinarySamples(bytes: Uint8Array, layout: PnmLayout): Uint8Array | undefined {
  const count = layout.width * layout.height * layout.channels;
  const bytesPerSample = layout.maxSample > 255 ? 2 : 1;
  const stored = bytes.subarray(layout.samplesAt, layout.samplesAt + count * bytesPerSample);
  if (stored.length < count * bytesPerSample) return undefined;

  const table = scaleTable(layout.maxSample);
  if (table === undefined) return stored;

  const samples = new Uint8Array(count);
  for (let index = 0; index < count; index += 1) {
    const sample =
      bytesPerSample === 1 ? (stored[index] ?? 0) : ((stored[index * 2] ?? 0) << 8) | (stored[index * 2 + 1] ?? 0);
    samples[index] = table[Math.min(sample, layout.maxSample)] ?? 0;
  }
  return samples;
}

/** P4: eight pixels per byte, leftmost highest, rows padded to bytes; a set bit is black. */
export function readBitmap(bytes: Uint8Array, layout: PnmLayout): Uint8Array | undefined {
  const { width, height, samplesAt } = layout;
  const rowBytes = Math.ceil(width / 8);
  if (samplesAt + rowBytes * height > bytes.length) return undefined;

  const samples = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const rowAt = samplesAt + y * rowBytes;
    for (let x = 0; x < width; x += 1)
      samples[y * width + x] = (((bytes[rowAt + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 1 ? 0 : 255;
  }
  return samples;
}
