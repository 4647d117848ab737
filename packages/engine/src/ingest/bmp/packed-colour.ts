import type { BmpLayout } from '@semblance/picture';
import type { RawPixels } from '../raw-pixels.ts';

const opaque = 0xff << 24;
const isLittleEndian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;

/**
 * One opaque pixel, channels 0–255, as a number whose bytes in memory are red, green, blue, 255. Signed, because
 * JavaScript engines keep signed 32-bit numbers unboxed.
 */
export function packColour(red: number, green: number, blue: number): number {
  return isLittleEndian ? red | (green << 8) | (blue << 16) | opaque : (red << 24) | (green << 16) | (blue << 8) | 255;
}

/** A packed pixel with another alpha, 0 (clear) – 255. */
export function withAlpha(packed: number, alpha: number): number {
  return isLittleEndian ? (packed & 0xff_ff_ff) | (alpha << 24) : (packed & ~255) | alpha;
}

/** The palette as packed opaque colours, 256 long; indices past a short palette are black. */
export function readPalette(bytes: Uint8Array, layout: BmpLayout): Int32Array {
  const palette = new Int32Array(256).fill(packColour(0, 0, 0));
  for (let index = 0; index < layout.paletteEntries; index += 1) {
    const at = layout.paletteAt + index * layout.bytesPerPaletteEntry;
    palette[index] = packColour(bytes[at + 2] ?? 0, bytes[at + 1] ?? 0, bytes[at] ?? 0);
  }
  return palette;
}

/** Packed pixels as four-channel raw pixels, without a copy. */
export function fromPacked(size: { width: number; height: number }, packed: Int32Array): RawPixels {
  const data = new Uint8Array(packed.buffer, packed.byteOffset, packed.byteLength);
  return { width: size.width, height: size.height, channels: 4, order: 'rgb', data };
}
