import { crc32, deflateSync } from 'node:zlib';
import { join, u32be } from './byte-writer.ts';
import type { TestImage } from './test-image.ts';

export const pngSignature = '\u0089PNG\r\n\u001a\n';
const colourTypes = { 1: 0, 3: 2, 4: 6 } as const;

/** One chunk with its right checksum. */
export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const typed = join(type, data);
  return join(u32be(data.length), typed, u32be(crc32(typed)));
}

/** The header chunk. */
export function pngHeader(size: { width: number; height: number }, bitDepth = 8, colourType = 2): Uint8Array {
  return pngChunk('IHDR', join(u32be(size.width), u32be(size.height), [bitDepth, colourType, 0, 0, 0]));
}

/** Rows without filtering, compressed. */
export function pngData(image: TestImage): Uint8Array {
  const rowBytes = image.width * image.channels;
  const rows = Array.from({ length: image.height }, (_, y) =>
    join([0], image.data.subarray(y * rowBytes, (y + 1) * rowBytes)),
  );
  return pngChunk('IDAT', new Uint8Array(deflateSync(join(...rows))));
}

/** An 8-bit PNG with extra chunks before and after its pixels. */
export function pngFile(image: TestImage, extra: { before?: Uint8Array; after?: Uint8Array } = {}): Uint8Array {
  const none = new Uint8Array();
  return join(
    pngSignature,
    pngHeader(image, 8, colourTypes[image.channels]),
    extra.before ?? none,
    pngData(image),
    extra.after ?? none,
    pngChunk('IEND', none),
  );
}

/** A PNG of any legal depth from samples already packed into rows. */
export function pngPacked(
  header: { width: number; height: number; bitDepth: number; colourType: number },
  rows: readonly Uint8Array[],
): Uint8Array {
  const data = new Uint8Array(deflateSync(join(...rows.map((row) => join([0], row)))));
  const none = new Uint8Array();
  return join(
    pngSignature,
    pngHeader(header, header.bitDepth, header.colourType),
    pngChunk('IDAT', data),
    pngChunk('IEND', none),
  );
}
