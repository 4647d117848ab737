import { bmpFile, bmpPalette, channelAt } from './bmp-file.ts';
import { join } from './byte-writer.ts';
import type { PaletteImage, TestImage } from './test-image.ts';

const endOfLine = [0, 0] as const;
const endOfBitmap = [0, 1] as const;

/** RLE8: runs of repeated pixels, with literal stretches in every third row so that both kinds are read. */
export function bmpRle8(picture: PaletteImage): Uint8Array {
  const { width, height } = picture.image;
  const rows = Array.from({ length: height }, (_, row) => {
    const at = (height - 1 - row) * width;
    const indices = picture.indices.subarray(at, at + width);
    return join(row % 3 === 0 ? literalRow(indices) : runs(indices), endOfLine);
  });
  return file(picture, { bitsPerPixel: 8, compression: 1, pixels: join(...rows, endOfBitmap) });
}

/** RLE4: every row as alternating runs of one or two pixels' colours. */
export function bmpRle4(picture: PaletteImage): Uint8Array {
  const { width, height } = picture.image;
  const rows = Array.from({ length: height }, (_, row) => {
    const at = (height - 1 - row) * width;
    return join(...pairs(picture.indices.subarray(at, at + width)), endOfLine);
  });
  return file(picture, { bitsPerPixel: 4, compression: 2, pixels: join(...rows, endOfBitmap) });
}

/** OS/2 RLE24. */
export function bmpRle24(image: TestImage): Uint8Array {
  const rows = Array.from({ length: image.height }, (_, row) => {
    const y = image.height - 1 - row;
    const pixels = Array.from({ length: image.width }, (_, x) => [
      1,
      ...[2, 1, 0].map((channel) => channelAt(image, { x, y }, channel)),
    ]);
    return join(...pixels, endOfLine);
  });
  const header = { width: image.width, height: image.height, bitsPerPixel: 24, headerBytes: 64, compression: 4 };
  return bmpFile(header, { pixels: join(...rows, endOfBitmap) });
}

/** An RLE8 bitmap from a stream written by hand. */
export function bmpRle8Stream(picture: PaletteImage, stream: readonly number[]): Uint8Array {
  return file(picture, { bitsPerPixel: 8, compression: 1, pixels: Uint8Array.from(stream) });
}

function file(
  picture: PaletteImage,
  body: { bitsPerPixel: number; compression: number; pixels: Uint8Array },
): Uint8Array {
  const { width, height } = picture.image;
  const header = { width, height, bitsPerPixel: body.bitsPerPixel, compression: body.compression };
  return bmpFile(
    { ...header, paletteEntries: picture.palette.length / 3 },
    { palette: bmpPalette(picture.palette), pixels: body.pixels },
  );
}

function runs(indices: Uint8Array): Uint8Array {
  const pieces = [];
  for (let x = 0; x < indices.length;) {
    let length = 1;
    while (length < 255 && x + length < indices.length && indices[x + length] === indices[x]) length += 1;

    pieces.push([length, indices[x] ?? 0]);
    x += length;
  }
  return join(...pieces);
}

function literalRow(indices: Uint8Array): Uint8Array {
  const pieces = [];
  for (let x = 0; x < indices.length; x += 251) {
    const stretch = indices.subarray(x, x + 251);
    // Fewer than three literals would be read as an escape.
    pieces.push(
      stretch.length < 3 ? runs(stretch) : join([0, stretch.length], stretch, stretch.length % 2 === 1 ? [0] : []),
    );
  }
  return join(...pieces);
}

function pairs(indices: Uint8Array): number[][] {
  const pieces = [];
  for (let x = 0; x < indices.length; x += 2) {
    const high = indices[x] ?? 0;
    const isLast = x + 1 >= indices.length;
    pieces.push([isLast ? 1 : 2, (high << 4) | (isLast ? 0 : (indices[x + 1] ?? 0))]);
  }
  return pieces;
}
