import { join, u16le, u32le } from './byte-writer.ts';
import type { PaletteImage, TestImage } from './test-image.ts';

/** Fields of the headers, which may be set wrong on purpose. */
export interface BmpHeader {
  readonly width: number;
  /** Negative: top row first. */
  readonly height: number;
  readonly bitsPerPixel: number;
  /** 12, 16, 40, 52, 56, 64, 108 or 124. */
  readonly headerBytes?: number;
  readonly compression?: number;
  readonly paletteEntries?: number;
  readonly masks?: readonly [red: number, green: number, blue: number, alpha: number];
  /** Overrides the true offset of the pixels. */
  readonly pixelsAt?: number;
}

/** A BMP from header, palette bytes and stored pixel bytes. */
export function bmpFile(header: BmpHeader, body: { palette?: Uint8Array; pixels: Uint8Array }): Uint8Array {
  const information = informationHeader(header, body.pixels.length);
  const palette = body.palette ?? new Uint8Array();
  const trueOffset = 14 + information.length + palette.length;
  const fileHeader = join('BM', u32le(trueOffset + body.pixels.length), u32le(0), u32le(header.pixelsAt ?? trueOffset));
  return join(fileHeader, information, palette, body.pixels);
}

function informationHeader(header: BmpHeader, pixelBytes: number): Uint8Array {
  const { headerBytes = 40, compression = 0, masks } = header;
  if (headerBytes === 12)
    return join(u32le(12), u16le(header.width), u16le(header.height), u16le(1), u16le(header.bitsPerPixel));

  const height = header.height < 0 ? 0x1_00_00_00_00 + header.height : header.height;
  const fields = join(u32le(headerBytes), u32le(header.width), u32le(height), u16le(1), u16le(header.bitsPerPixel));
  const resolution = join(u32le(2_835), u32le(2_835), u32le(header.paletteEntries ?? 0), u32le(0));
  const maskBytes = masks === undefined ? new Uint8Array() : join(...masks.map(u32le));
  const complete = join(fields, u32le(compression), u32le(pixelBytes), resolution, maskBytes);
  if (headerBytes !== 40)
    return join(complete, new Uint8Array(Math.max(0, headerBytes - complete.length))).subarray(0, headerBytes);

  return compression === 3 ? complete.subarray(0, 40 + 12) : complete;
}

/** Rows of `bitsPerPixel` wide values, padded to 32 bits; bottom row first unless `topDown`. */
export function packRows(
  size: { width: number; height: number; bitsPerPixel: number; topDown?: boolean },
  value: (x: number, y: number) => number,
): Uint8Array {
  const { width, height, bitsPerPixel } = size;
  const stride = Math.ceil((width * bitsPerPixel) / 32) * 4;
  const rows = new Uint8Array(stride * height);
  for (let row = 0; row < height; row += 1) {
    const y = size.topDown === true ? row : height - 1 - row;
    for (let x = 0; x < width; x += 1) putBits(rows, { at: row * stride, x, bitsPerPixel, value: value(x, y) });
  }
  return rows;
}

function putBits(rows: Uint8Array, pixel: { at: number; x: number; bitsPerPixel: number; value: number }): void {
  const { at, x, bitsPerPixel, value } = pixel;
  if (bitsPerPixel < 8) {
    const bit = x * bitsPerPixel;
    const byte = at + (bit >> 3);
    rows[byte] = (rows[byte] ?? 0) | (value << (8 - bitsPerPixel - (bit & 7)));
    return;
  }
  for (let index = 0; index < bitsPerPixel / 8; index += 1)
    rows[at + (x * bitsPerPixel) / 8 + index] = Math.floor(value / 256 ** index) % 256;
}

/** Channel `channel` of a pixel, or 255 where the picture has no such channel. */
export function channelAt(image: TestImage, place: { x: number; y: number }, channel: number): number {
  return channel < image.channels
    ? (image.data[(place.y * image.width + place.x) * image.channels + channel] ?? 0)
    : 255;
}

/** A plain 24-bit bitmap. */
export function bmp24(image: TestImage, options: { topDown?: boolean; headerBytes?: number } = {}): Uint8Array {
  const topDown = options.topDown === true;
  const pixels = packRows(
    { ...image, bitsPerPixel: 24, topDown },
    (x, y) =>
      channelAt(image, { x, y }, 2) + channelAt(image, { x, y }, 1) * 256 + channelAt(image, { x, y }, 0) * 65_536,
  );
  const header = { width: image.width, height: topDown ? -image.height : image.height, bitsPerPixel: 24 };
  return bmpFile({ ...header, headerBytes: options.headerBytes ?? 40 }, { pixels });
}

/** A 32-bit bitmap with alpha, by masks in a version 4 header. */
export function bmp32(image: TestImage): Uint8Array {
  const pixels = packRows({ ...image, bitsPerPixel: 32 }, (x, y) =>
    [2, 1, 0, 3].reduce((sum, channel, index) => sum + channelAt(image, { x, y }, channel) * 256 ** index, 0),
  );
  const masks = [0xff_00_00, 0xff_00, 0xff, 0xff_00_00_00] as const;
  const header = {
    width: image.width,
    height: image.height,
    bitsPerPixel: 32,
    headerBytes: 108,
    compression: 3,
    masks,
  };
  return bmpFile(header, { pixels });
}

/** The palette as a BMP stores it: blue, green, red and (except in the oldest files) a zero. */
export function bmpPalette(palette: Uint8Array, bytesPerEntry: 3 | 4 = 4): Uint8Array {
  const entries = palette.length / 3;
  return join(
    ...Array.from({ length: entries }, (_, index) => {
      const [red = 0, green = 0, blue = 0] = palette.subarray(index * 3, index * 3 + 3);
      return bytesPerEntry === 4 ? [blue, green, red, 0] : [blue, green, red];
    }),
  );
}

/** An uncompressed bitmap with a palette, of 1, 2, 4 or 8 bits. */
export function bmpIndexed(picture: PaletteImage, bitsPerPixel: 1 | 2 | 4 | 8, headerBytes = 40): Uint8Array {
  const { image, palette, indices } = picture;
  const pixels = packRows({ ...image, bitsPerPixel }, (x, y) => indices[y * image.width + x] ?? 0);
  const header = {
    width: image.width,
    height: image.height,
    bitsPerPixel,
    headerBytes,
    paletteEntries: palette.length / 3,
  };
  const isOld = headerBytes === 12;
  const stored = isOld
    ? join(bmpPalette(palette, 3), new Uint8Array((2 ** bitsPerPixel - palette.length / 3) * 3))
    : bmpPalette(palette);
  return bmpFile(header, { palette: stored, pixels });
}
