import type { RgbPicture } from '../trace/develop.ts';

/** A portable pixmap in its binary form, P6, eight bits per channel. */
export function encodePpm({ width, height, data }: RgbPicture): Uint8Array {
  const header = new TextEncoder().encode(`P6\n${width} ${height}\n255\n`);
  const bytes = new Uint8Array(header.length + data.length);
  bytes.set(header);
  bytes.set(data, header.length);
  return bytes;
}
