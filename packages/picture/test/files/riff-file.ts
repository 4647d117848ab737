import { join, u16le, u32le } from './byte-writer.ts';

/** A RIFF container around WebP chunks. */
export function riff(chunks: Uint8Array): Uint8Array {
  return join('RIFF', u32le(chunks.length + 4), 'WEBP', chunks);
}

/** One RIFF chunk, padded. */
export function webpChunk(type: string, data: Uint8Array): Uint8Array {
  return join(type, u32le(data.length), data, data.length % 2 === 1 ? [0] : []);
}

/** A plain WebP turned into an extended one with more chunks. */
export function extendedWebp(
  plain: Uint8Array,
  size: { width: number; height: number },
  chunks: readonly Uint8Array[],
): Uint8Array {
  return riff(join(webpChunk('VP8X', canvas(size, 0x0c)), plain.subarray(12), ...chunks));
}

/** An animation of frames without meaningful pixels. */
export function webpAnimation(size: { width: number; height: number }, frames: number): Uint8Array {
  const place = join(u24(0), u24(0), u24(size.width - 1), u24(size.height - 1), u24(100), [0]);
  const frame = webpChunk('ANMF', join(place, webpChunk('VP8L', losslessHeader(size))));
  return riff(join(webpChunk('VP8X', canvas(size, 0x02)), ...Array.from({ length: frames }, () => frame)));
}

/** A bitstream header of a lossless WebP. */
export function losslessHeader(size: { width: number; height: number }): Uint8Array {
  return join([0x2f], u32le(size.width - 1 + (size.height - 1) * 16_384));
}

/** A bitstream header of a lossy WebP. */
export function lossyHeader(size: { width: number; height: number }): Uint8Array {
  return join([0x10, 0, 0, 0x9d, 0x01, 0x2a], u16le(size.width), u16le(size.height));
}

function canvas(size: { width: number; height: number }, flags: number): Uint8Array {
  return join([flags, 0, 0, 0], u24(size.width - 1), u24(size.height - 1));
}

function u24(value: number): number[] {
  return [value & 255, (value >> 8) & 255, (value >> 16) & 255];
}
