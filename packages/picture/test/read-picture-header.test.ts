import { expect, test } from 'vitest';
import { readPictureHeader } from '@semblance/picture';
import type { PictureHeader } from '@semblance/picture';
import { bmp24, bmp32, bmpFile, bmpIndexed } from './files/bmp-file.ts';
import { bmpRle8 } from './files/bmp-run-length-file.ts';
import { join, u32be } from './files/byte-writer.ts';
import { gifFile } from './files/gif-file.ts';
import { jpegSegment, jpegStructure, withSegments } from './files/jpeg-structure.ts';
import { pngChunk, pngFile } from './files/png-file.ts';
import { pnmBinary, pnmBitmap, pnmSamples, pnmText } from './files/pnm-file.ts';
import { losslessHeader, lossyHeader, riff, webpAnimation, webpChunk } from './files/riff-file.ts';
import { firstChannel, paletteImage, photoLike } from './files/test-image.ts';
import { tiffFile, tiffStructure } from './files/tiff-file.ts';

const size = { width: 37, height: 23 };
const image = photoLike(size.width, size.height);
const grey = firstChannel(image);
const picture = paletteImage(size.width, size.height, 16);

function headerOf(bytes: Uint8Array): PictureHeader {
  const reading = readPictureHeader(bytes);
  if (reading.kind !== 'picture') throw new Error(`read as ${JSON.stringify(reading)}`);

  return reading.header;
}

const files: readonly [name: string, bytes: Uint8Array, expected: Partial<PictureHeader>][] = [
  ['baseline JPEG', jpegStructure(size), { format: 'jpeg', scanCount: 1, lossless: false }],
  ['progressive JPEG', jpegStructure(size, { frameType: 0xc2, scans: 11, restartMarkers: true }), { scanCount: 11 }],
  ['JPEG with a scan per component', jpegStructure(size, { scans: 3, componentsInScan: 1 }), { scanCount: 3 }],
  ['JPEG with fill bytes', withSegments(jpegStructure(size), Uint8Array.of(0xff, 0xff, 0xff)), { format: 'jpeg' }],
  ['PNG', pngFile(image), { format: 'png', bitsPerSample: 8, lossless: true }],
  ['APNG', pngFile(image, { before: pngChunk('acTL', join(u32be(12), u32be(0))) }), { frameCount: 12 }],
  ['APNG with an illegal count', pngFile(image, { before: pngChunk('acTL', u32be(0x80_00_00_01)) }), { frameCount: 1 }],
  ['lossy WebP', riff(webpChunk('VP8 ', join(lossyHeader(size), [0, 0]))), { format: 'webp', lossless: false }],
  ['lossless WebP', riff(webpChunk('VP8L', losslessHeader(size))), { format: 'webp', lossless: true }],
  ['animated WebP', webpAnimation(size, 7), { format: 'webp', frameCount: 7, lossless: true }],
  ['GIF', gifFile([{ picture }]), { format: 'gif', frameCount: 1 }],
  ['animated GIF', gifFile([{ picture }, { picture }, { picture }]), { frameCount: 3 }],
  ['GIF whose frame is larger than its screen', gifFile([{ picture }], { width: 5, height: 5 }), { format: 'gif' }],
  ['TIFF', tiffFile(image), { format: 'tiff', frameCount: 1, bitsPerSample: 8 }],
  ['big-endian TIFF', tiffFile(image, {}, 'MM'), { format: 'tiff' }],
  ['BigTIFF', bigTiff(size), { format: 'tiff', frameCount: 1 }],
  ['JPEG in TIFF', tiffFile(image, { 259: [7] }), { lossless: false }],
  ['BMP', bmp24(image), { format: 'bmp' }],
  ['top-down BMP', bmp24(image, { topDown: true }), { format: 'bmp', orientation: 1 }],
  ['OS/2 BMP', bmp24(image, { headerBytes: 12 }), { format: 'bmp' }],
  ['OS/2 version 2 BMP', bmp24(image, { headerBytes: 64 }), { format: 'bmp' }],
  ['OS/2 version 2 BMP, short header', bmp24(image, { headerBytes: 16 }), { format: 'bmp' }],
  ['version 5 BMP', bmp24(image, { headerBytes: 124 }), { format: 'bmp' }],
  ['BMP with masks', bmp32(image), { format: 'bmp' }],
  ['4-bit BMP', bmpIndexed(picture, 4), { format: 'bmp', bitsPerSample: 4 }],
  ['run-length BMP', bmpRle8(picture), { format: 'bmp', bitsPerSample: 8 }],
  ['P1', pnmBitmap(grey, 'text'), { format: 'ppm', bitsPerSample: 1 }],
  ['P2', pnmText(grey), { format: 'ppm', bitsPerSample: 8 }],
  ['P3', pnmText(image), { format: 'ppm' }],
  ['P4', pnmBitmap(grey, 'binary'), { format: 'ppm', bitsPerSample: 1 }],
  ['P5 of 16 bits', pnmSamples({ ...size, channels: 1, maxSample: 65_535 }, [...grey.data]), { bitsPerSample: 16 }],
  ['P6 with comments', pnmBinary(image, '# one\n#two\n'), { format: 'ppm' }],
];

test.each(files)('reads %s', (_, bytes, expected) => {
  expect(headerOf(bytes)).toMatchObject({
    ...size,
    orientation: 1,
    damage: undefined,
    unsupportedVariant: undefined,
    ...expected,
  });
});

test('pages of a TIFF are counted, and the first is the picture', () => {
  const page = { 258: [1], 259: [1], 262: [1] };
  const pages = tiffStructure([
    { 256: [300], 257: [200], ...page },
    { 256: [5], 257: [5], ...page },
  ]);
  expect(headerOf(pages)).toMatchObject({ width: 300, height: 200, frameCount: 2, damage: undefined });
});

test('a TIFF whose page chain leaves the file ends with its last page', () => {
  const file = tiffStructure([{ 256: [300], 257: [200] }]);
  new DataView(file.buffer).setUint32(file.length - 4, 0x7f_ff_ff_00, true);
  expect(headerOf(file)).toMatchObject({ frameCount: 1, damage: undefined });
});

test('a frame header after metadata of the largest segment size is found', () => {
  const metadata = Array.from({ length: 20 }, () => jpegSegment(0xe2, new Uint8Array(65_533).fill(0xff)));
  expect(headerOf(withSegments(jpegStructure(size), ...metadata))).toMatchObject(size);
});

test('an embedded thumbnail does not count', () => {
  const thumbnail = jpegStructure({ width: 3, height: 3 });
  expect(headerOf(withSegments(jpegStructure(size), jpegSegment(0xe0, thumbnail)))).toMatchObject(size);
});

test('JPEG scans above the limit are damage, at the limit they are not', () => {
  const scans = (count: number) => headerOf(jpegStructure(size, { frameType: 0xc2, scans: count }));
  expect(scans(32).damage).toBeUndefined();
  expect(scans(33)).toMatchObject({ scanCount: 33, damage: 'too-many-scans' });
});

test('later scans of a one-pass JPEG are never decoded and do not count', () => {
  expect(headerOf(jpegStructure(size, { scans: 500 }))).toMatchObject({ scanCount: 1, damage: undefined });
});

test('a bitmap with an impossible depth is damaged', () => {
  const file = bmpFile({ ...size, bitsPerPixel: 7 }, { pixels: new Uint8Array(5_000) });
  expect(headerOf(file).damage).toBe('header-invalid');
});

test('a cut in metadata after the pixels is not damage', () => {
  const file = pngFile(image, { after: pngChunk('tEXt', new Uint8Array(500)) });
  expect(headerOf(file.subarray(0, -300)).damage).toBeUndefined();
});

function bigTiff(picture: { width: number; height: number }): Uint8Array {
  const u16 = (value: number): number[] => [value & 255, value >> 8];
  const u64 = (value: number): number[] => [...u16(value), 0, 0, 0, 0, 0, 0];
  const entry = (tag: number, value: number): number[] => [...u16(tag), ...u16(3), ...u64(1), ...u64(value)];
  const entries = [entry(256, picture.width), entry(257, picture.height)].flat();
  return join('II', u16(43), u16(8), u16(0), u64(16), u64(2), entries, u64(0));
}
