import { expect, test } from 'vitest';
import { checkPicture, readPictureHeader } from '@semblance/picture';
import { bmp24, bmpFile } from './files/bmp-file.ts';
import { join, u32be } from './files/byte-writer.ts';
import { gifFile } from './files/gif-file.ts';
import { exifSegment, jpegSegment, jpegStructure, withSegments } from './files/jpeg-structure.ts';
import { exifBlock } from './files/metadata-block.ts';
import { pngChunk, pngData, pngFile, pngHeader, pngSignature } from './files/png-file.ts';
import { pnmBinary, pnmText } from './files/pnm-file.ts';
import { extendedWebp, lossyHeader, riff, webpAnimation, webpChunk } from './files/riff-file.ts';
import { paletteImage, photoLike } from './files/test-image.ts';
import { tiffFile, tiffStructure } from './files/tiff-file.ts';

const image = photoLike(40, 30);
const none = new Uint8Array();
const webp = riff(webpChunk('VP8 ', join(lossyHeader(image), new Uint8Array(61))));

/** A TIFF of many small pages. */
function pagesOf(count: number): Uint8Array {
  return tiffStructure(Array.from({ length: count }, () => ({ 256: [40], 257: [30] })));
}

/** The damage of a picture whose header can be read, or of one whose header cannot. */
function damageOf(bytes: Uint8Array): string | undefined {
  const reading = readPictureHeader(bytes);
  if (reading.kind === 'picture') return reading.header.damage;

  return reading.kind === 'unreadable' ? `unreadable: ${reading.damage}` : reading.kind;
}

test.each([
  [
    'a JPEG cut in a segment',
    withSegments(jpegStructure(image), jpegSegment(0xe0, new Uint8Array(90))).subarray(0, 50),
    'unreadable: header-cut-off',
  ],
  ['a JPEG cut before its first scan', jpegStructure(image).subarray(0, 22), 'data-cut-off'],
  [
    'a JPEG segment shorter than its length field',
    join([0xff, 0xd8, 0xff, 0xe0, 0, 1, 0, 0]),
    'unreadable: header-invalid',
  ],
  ['a JPEG that ends at once', join([0xff, 0xd8, 0xff, 0xd9]), 'unreadable: no-picture-data'],
  [
    'a JPEG of 10,001 segments',
    withSegments(jpegStructure(image), ...Array.from({ length: 10_001 }, () => jpegSegment(0xfe, none))),
    'unreadable: too-many-segments',
  ],
  ['a PNG cut in its signature', pngFile(image).subarray(0, 6), 'unreadable: header-cut-off'],
  [
    'a PNG with altered line ends',
    join('\u0089PNG\n\u001a\n', pngFile(image).subarray(8)),
    'unreadable: signature-altered',
  ],
  ['a PNG that does not start with its header', join(pngSignature, pngData(image)), 'unreadable: header-invalid'],
  ['a PNG of depth 3', join(pngSignature, pngHeader(image, 3), pngData(image)), 'header-invalid'],
  ['a PNG cut in its pixels', pngFile(image).subarray(0, 300), 'data-cut-off'],
  ['a PNG without pixels', join(pngSignature, pngHeader(image), pngChunk('IEND', none)), 'no-picture-data'],
  [
    'a PNG of 10,001 chunks',
    pngFile(image, { before: join(...Array.from({ length: 10_001 }, () => pngChunk('teSt', none))) }),
    'too-many-segments',
  ],
  ['an animated WebP of 2,000 frames', webpAnimation(image, 2000), undefined],
  ['an animated WebP of 2,001 frames', webpAnimation(image, 2001), 'too-many-frames'],
  ['a TIFF of 2,000 pages', pagesOf(2000), undefined],
  ['a TIFF of 2,001 pages', pagesOf(2001), 'too-many-frames'],
  ['a WebP cut in its pixels', webp.subarray(0, -20), 'data-cut-off'],
  ['a WebP without its last padding byte', webp.subarray(0, -1), undefined],
  ['a WebP cut in its header', webp.subarray(0, 24), 'unreadable: header-cut-off'],
  ['a WebP canvas without pixels', riff(webpChunk('VP8X', new Uint8Array(10))), 'no-picture-data'],
  ['a GIF cut in its first frame', gifFile([{ picture: paletteImage(40, 30, 4) }]).subarray(0, 600), 'data-cut-off'],
  ['a GIF without frames', gifFile([], image), 'no-picture-data'],
  ['a GIF cut in its header', gifFile([], image).subarray(0, 9), 'unreadable: header-cut-off'],
  ['a TIFF whose directory is outside the file', join('II*\0', [0, 0, 1, 0], none), 'unreadable: header-cut-off'],
  [
    'a TIFF whose directory is in its header',
    join('II*\0', [0, 0, 0, 0], new Uint8Array(20)),
    'unreadable: header-invalid',
  ],
  [
    'a TIFF whose directory begins in the last byte of its header',
    join('II*\0', [7, 0, 0, 0], new Uint8Array(20)),
    'unreadable: header-invalid',
  ],
  [
    'a TIFF whose directory begins right after its header, and is outside',
    join('II*\0', [8, 0, 0, 0]),
    'unreadable: header-cut-off',
  ],
  ['a TIFF page that follows itself', tiffStructure([{ 256: [40], 257: [30] }], { loopTo: 0 }), 'page-chain-loops'],
  [
    'TIFF pages in a circle',
    tiffStructure([{ 256: [40] }, { 256: [40] }, { 256: [40] }], { loopTo: 1 }),
    'page-chain-loops',
  ],
  ['a BMP with a row missing', bmp24(image).subarray(0, -120), 'data-cut-off'],
  ['a BMP cut in its header', bmp24(image).subarray(0, 30), 'unreadable: header-cut-off'],
  ['a P6 with a byte missing', pnmBinary(image).subarray(0, -1), 'data-cut-off'],
  ['a P3 too short for its samples', pnmText(image).subarray(0, 900), 'data-cut-off'],
  ['a P3 that may end with its last digit', join('P3\n2 1\n9\n', '1 2 3 4 5 6'), undefined],
  ['a P3 without its last digit', join('P3\n2 1\n9\n', '1 2 3 4 5 '), 'data-cut-off'],
  ['a P6 cut in its header', join('P6\n40 3'), 'unreadable: header-cut-off'],
  ['a P6 whose maximum is 70,000', join('P6\n40 30\n70000\n', image.data), 'unreadable: header-invalid'],
])('%s', (_, bytes, damage) => {
  expect(damageOf(bytes)).toBe(damage);
});

test.each([
  ['jpeg-lossless', jpegStructure(image, { frameType: 0xc3 })],
  ['jpeg-lossless', jpegStructure(image, { frameType: 0xf7 })],
  ['jpeg-hierarchical', jpegStructure(image, { frameType: 0xc6 })],
  ['jpeg-12-bit', jpegStructure(image, { bitsPerSample: 12 })],
  ['tiff-float', tiffFile(image, { 339: [3, 3, 3] })],
  ['tiff-signed-integer', tiffFile(image, { 339: [2, 2, 2] })],
  ['tiff-32-bit-integer', tiffFile(image, { 258: [32, 32, 32] })],
  ['tiff-bit-depth', tiffFile(image, { 258: [12, 12, 12] })],
  ['tiff-old-jpeg', tiffFile(image, { 259: [6] })],
  ['tiff-compression', tiffFile(image, { 259: [34_925] })],
  ['tiff-photometric', tiffFile(image, { 262: [8] })],
  ['tiff-16-bit-palette', tiffFile({ ...image, channels: 1 }, { 258: [16], 262: [3] })],
  ['tiff-tiled-planes', tiffFile(image, { 284: [2], 322: [16], 323: [16] })],
  ['png-cgbi', join(pngSignature, pngChunk('CgBI', u32be(0)), pngFile(image).subarray(8))],
  ['bmp-array', join('BA', [40, 0, 0, 0], new Uint8Array(60))],
  ['bmp-embedded-jpeg', bmpFile({ ...image, bitsPerPixel: 0, compression: 4 }, { pixels: none })],
  ['bmp-embedded-png', bmpFile({ ...image, bitsPerPixel: 0, compression: 5 }, { pixels: none })],
  ['bmp-huffman', bmpFile({ ...image, bitsPerPixel: 1, headerBytes: 64, compression: 3 }, { pixels: none })],
  ['bmp-cmyk', bmpFile({ ...image, bitsPerPixel: 32, compression: 11 }, { pixels: none })],
])('the unsupported variant %s is named', (variant, bytes) => {
  const reading = readPictureHeader(bytes);
  expect(reading.kind === 'picture' && reading.header.unsupportedVariant).toBe(variant);
  const check = checkPicture(bytes, { which: 'primary' });
  expect(check.ok ? 'ok' : check.code).toBe('UnsupportedPictureFormat');
});

test('the largest allowed number of bytes passes, one more does not', () => {
  const bytes = pngFile(photoLike(100, 100));
  const codeWith = (maxBytes: number): string => {
    const check = checkPicture(bytes, { which: 'primary', maxBytes });
    return check.ok ? 'ok' : check.code;
  };
  expect([codeWith(bytes.length), codeWith(bytes.length - 1)]).toEqual(['ok', 'InvalidPicContent']);
});

test('tables between the scans of a progressive JPEG are not counted', () => {
  const table = jpegSegment(0xc4, new Uint8Array(20));
  const scans = jpegStructure(image, { frameType: 0xc2, scans: 4 });
  const at = Buffer.from(scans).lastIndexOf(Buffer.from([0xff, 0xda]));
  const reading = readPictureHeader(join(scans.subarray(0, at), table, table, scans.subarray(at)));
  expect(reading.kind === 'picture' && reading.header.scanCount).toBe(4);
});

test('metadata after a chunk of odd length is found', () => {
  const odd = riff(webpChunk('VP8 ', join(lossyHeader(image), new Uint8Array(31))));
  const reading = readPictureHeader(extendedWebp(odd, image, [webpChunk('EXIF', exifBlock(8))]));
  expect(reading.kind === 'picture' && reading.header.orientation).toBe(8);
});

test('the second of two EXIF segments counts only where the first says upright', () => {
  const two = (first: number, second: number): Uint8Array =>
    withSegments(jpegStructure(image), exifSegment(exifBlock(first)), exifSegment(exifBlock(second)));
  const orientations = [two(1, 5), two(3, 5)].map((bytes) => {
    const reading = readPictureHeader(bytes);
    return reading.kind === 'picture' && reading.header.orientation;
  });
  expect(orientations).toEqual([5, 3]);
});
