import type { RgbPicture } from '../trace/develop.ts';

const headerBytes = 54;

/** A Windows bitmap: 24 bits per pixel, no compression, rows from the bottom, each padded to four bytes. */
export function encodeBmp({ width, height, data }: RgbPicture): Uint8Array {
  const rowBytes = Math.ceil((width * 3) / 4) * 4;
  const bytes = new Uint8Array(headerBytes + rowBytes * height);
  writeHeader(new DataView(bytes.buffer), { width, height, pixelBytes: rowBytes * height });
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const from = ((height - 1 - row) * width + column) * 3;
      const to = headerBytes + row * rowBytes + column * 3;
      bytes.set([data[from + 2] ?? 0, data[from + 1] ?? 0, data[from] ?? 0], to);
    }
  }
  return bytes;
}

interface Measures {
  readonly width: number;
  readonly height: number;
  readonly pixelBytes: number;
}

/** BITMAPFILEHEADER (14 bytes) and BITMAPINFOHEADER (40 bytes). */
function writeHeader(view: DataView, { width, height, pixelBytes }: Measures): void {
  view.setUint16(0, 0x424d);
  view.setUint32(2, headerBytes + pixelBytes, true);
  view.setUint32(10, headerBytes, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, width, true);
  view.setInt32(22, height, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 24, true);
  view.setUint32(34, pixelBytes, true);
  view.setInt32(38, 2835, true);
  view.setInt32(42, 2835, true);
}
