import type { BmpLayout } from '@semblance/picture';
import type { RawPixels } from '../raw-pixels.ts';
import { rowStart } from './bmp-rows.ts';
import { fromPacked, packColour, withAlpha } from './packed-colour.ts';

/** Reads 24-bit pixels by copying whole rows, blue first; the channels are reordered after scaling. */
export function readTrueColour(bytes: Uint8Array, layout: BmpLayout): RawPixels {
  const { width, height } = layout;
  const rowBytes = width * 3;
  const data = new Uint8Array(rowBytes * height);
  for (let y = 0; y < height; y += 1) {
    const at = rowStart(layout, y);
    data.set(bytes.subarray(at, at + rowBytes), y * rowBytes);
  }
  return { width, height, channels: 3, order: 'bgr', data };
}

/** 64-bit pixels: blue, green, red, alpha as signed fixed-point numbers, 8192 = 1.0, in linear light. */
export function readDeepColour(bytes: Uint8Array, layout: BmpLayout): RawPixels {
  const { width, height } = layout;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const packed = new Int32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const start = rowStart(layout, y);
    for (let x = 0; x < width; x += 1) {
      const at = start + x * 8;
      const channel = (index: number): number => clampUnit(view.getInt16(at + index * 2, true) / 8_192);
      const alpha = Math.round(channel(3) * 255);
      packed[y * width + x] = withAlpha(packColour(gamma(channel(2)), gamma(channel(1)), gamma(channel(0))), alpha);
    }
  }
  return fromPacked(layout, packed);
}

/** IEC 61966-2-1: linear light 0–1 to an sRGB sample 0–255. */
function gamma(linear: number): number {
  const encoded = linear <= 0.003_130_8 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255);
}

function clampUnit(value: number): number {
  return Math.min(1, Math.max(0, value));
}
