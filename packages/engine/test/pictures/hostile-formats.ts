import { deflateSync } from 'node:zlib';
import { bmpFile } from '../../../picture/test/files/bmp-file.ts';
import { bigEndian16, join, u32be, u32le } from '../../../picture/test/files/byte-writer.ts';
import { pngChunk, pngFile } from '../../../picture/test/files/png-file.ts';
import { pnmBinary } from '../../../picture/test/files/pnm-file.ts';
import { jpegStructure } from '../../../picture/test/files/jpeg-structure.ts';
import { photoLike } from '../../../picture/test/files/test-image.ts';
import { tiffFile } from '../../../picture/test/files/tiff-file.ts';
import { jpegFile } from './encoded-file.ts';
import { expecting, ordinary } from './hostile-picture.ts';
import type { HostilePicture } from './hostile-picture.ts';

const text =
  (value: string): (() => Uint8Array) =>
  () =>
    join(value);
const padding = 'x'.repeat(400);

/** Files that are no picture at all. */
export const noPictures: readonly HostilePicture[] = expecting('UnsupportedPicFormat', {
  'plain text': text(`just some text ${padding}`),
  'text that begins like a pixmap': text(`P3 is the priority of this ticket ${padding}`),
  'text that begins like a bitmap': text(`BMW sells cars ${padding}`),
  'HTML page': text(`<!doctype html><html><body>404 ${padding}</body></html>`),
  JSON: text(`{"message":"not found","padding":"${padding}"}`),
  'Base64 of a PNG': () => join(Buffer.from(pngFile(ordinary)).toString('base64')),
  'data URL': () => join(`data:image/png;base64,${Buffer.from(pngFile(ordinary)).toString('base64')}`),
  PDF: text(`%PDF-1.7\n${padding}`),
  'PDF with a picture appended': () => join('%PDF-1.7\n', pngFile(ordinary)),
  'ZIP archive': () => join('PK\u0003\u0004', new Uint8Array(300)),
  gzip: () => join([0x1f, 0x8b, 8], new Uint8Array(300)),
  'MP4 video': () => join(u32be(24), 'ftypisom', u32be(512), 'isomiso2', new Uint8Array(300)),
  'WAV sound': () => join('RIFF', u32le(300), 'WAVEfmt ', new Uint8Array(300)),
  'zero bytes': () => new Uint8Array(5_000),
  noise: () => Uint8Array.from({ length: 5_000 }, (_, at) => (Math.imul(at + 77, 2_654_435_761) >>> 13) & 255 || 1),
  'JPEG start marker before noise': () => join([0xff, 0xd8], new Uint8Array(300).fill(0x31)),
  'one byte': () => Uint8Array.of(0x42),
});

/** Pictures of formats that are not accepted, whatever their file is called. */
export const foreignPictures: readonly HostilePicture[] = expecting('UnsupportedPictureFormat', {
  SVG: text('<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><rect width="200" height="200"/></svg>'),
  'SVG that reads a file': text(
    '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>',
  ),
  'SVG with a byte order mark': text('\u00ef\u00bb\u00bf\n<svg width="200" height="200"></svg>'),
  AVIF: () => isoMedia('avif', ['mif1', 'miaf']),
  'AVIF behind another brand': () => isoMedia('mif1', ['avif']),
  HEIC: () => isoMedia('heic', ['mif1']),
  'JPEG XL codestream': () => join([0xff, 0x0a], new Uint8Array(300)),
  'JPEG XL container': () => join(u32be(12), 'JXL \r\n\u0087\n', new Uint8Array(300)),
  'JPEG 2000': () => join(u32be(12), 'jP  \r\n\u0087\n', new Uint8Array(300)),
  Photoshop: () => join('8BPS', [0, 1], new Uint8Array(300)),
  'Windows icon': () => join([0, 0, 1, 0, 1, 0], new Uint8Array(300)),
  QOI: () => join('qoif', u32be(200), u32be(200), [3, 0], new Uint8Array(300)),
  PAM: text(`P7\nWIDTH 200\nHEIGHT 200\nDEPTH 3\nMAXVAL 255\nENDHDR\n${padding}`),
  PFM: text(`PF\n200 200\n-1.0\n${padding}`),
});

/** Accepted formats in variants that are not read. */
export const unsupportedVariants: readonly HostilePicture[] = expecting('UnsupportedPictureFormat', {
  'floating-point TIFF': () => wideTiff(32, 3),
  '32-bit integer TIFF': () => wideTiff(32, 1),
  'signed TIFF': () => tiffFile(ordinary, { 339: [2, 2, 2] }),
  'old JPEG in TIFF': () => tiffFile(ordinary, { 259: [6] }),
  'JBIG in TIFF': () => tiffFile(ordinary, { 259: [34_661] }),
  'raw sensor TIFF': () => tiffFile(ordinary, { 262: [32_803] }),
  'TIFF with a 16-bit palette': () =>
    tiffFile(
      { width: 160, height: 128, channels: 1, data: bigEndian16([...photoLike(160, 128, 1).data]) },
      { 258: [16], 262: [3], 279: [160 * 128 * 2], 320: Array.from({ length: 768 }, () => 9) },
    ),
  'lossless JPEG': () => jpegStructure({ width: 200, height: 200 }, { frameType: 0xc3 }),
  'hierarchical JPEG': () => jpegStructure({ width: 200, height: 200 }, { frameType: 0xc5 }),
  '12-bit JPEG': () => jpegStructure({ width: 200, height: 200 }, { bitsPerSample: 12 }),
  'Apple PNG': () => insertFirstChunk(pngFile(ordinary), pngChunk('CgBI', u32be(0x30_00_20_06))),
  'JPEG in BMP': async () =>
    bmpFile({ width: 160, height: 128, bitsPerPixel: 0, compression: 4 }, { pixels: await jpegFile(ordinary) }),
  'PNG in BMP': () =>
    bmpFile({ width: 160, height: 128, bitsPerPixel: 0, compression: 5 }, { pixels: pngFile(ordinary) }),
  'Huffman OS/2 BMP': () =>
    bmpFile(
      { width: 160, height: 128, bitsPerPixel: 1, headerBytes: 64, compression: 3 },
      { pixels: new Uint8Array(900) },
    ),
});

/** Files that are two things at once: the first signature decides, and the picture must still be read. */
export const polyglots: readonly HostilePicture[] = expecting(null, {
  'PNG with an archive behind it': () => join(pngFile(ordinary), 'PK\u0003\u0004', new Uint8Array(500)),
  'JPEG with a script behind it': async () => join(await jpegFile(ordinary), '<script>alert(1)</script>'),
  'JPEG with another JPEG behind it': async () => join(await jpegFile(ordinary), await jpegFile(photoLike(300, 300))),
  'PPM with a script in its comment': () => pnmBinary(ordinary, '# <script>alert(1)</script>\n'),
  'PNG with compressed data behind it': () =>
    join(pngFile(ordinary), new Uint8Array(deflateSync(new Uint8Array(100_000)))),
});

function isoMedia(brand: string, others: readonly string[]): Uint8Array {
  const brands = others.join('');
  return join(u32be(16 + brands.length), 'ftyp', brand, u32be(0), brands, new Uint8Array(300));
}

function wideTiff(bits: number, sampleFormat: number): Uint8Array {
  const data = new Uint8Array((ordinary.data.length * bits) / 8);
  const format = [sampleFormat, sampleFormat, sampleFormat];
  return tiffFile({ ...ordinary, data }, { 258: [bits, bits, bits], 279: [data.length], 339: format });
}

function insertFirstChunk(png: Uint8Array, chunk: Uint8Array): Uint8Array {
  return join(png.subarray(0, 8), chunk, png.subarray(8));
}
