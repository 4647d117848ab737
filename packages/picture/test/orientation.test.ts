import { expect, test } from 'vitest';
import { readPictureHeader } from '@semblance/picture';
import { join } from './files/byte-writer.ts';
import { exifSegment, jpegStructure, withSegments, xmpSegment } from './files/jpeg-structure.ts';
import { exifBlock, xmpPacket } from './files/metadata-block.ts';
import { pngChunk, pngFile } from './files/png-file.ts';
import { extendedWebp, lossyHeader, riff, webpChunk } from './files/riff-file.ts';
import { photoLike } from './files/test-image.ts';
import { tiffFile, tiffStructure } from './files/tiff-file.ts';

const image = photoLike(30, 20);
const jpeg = jpegStructure(image);
const webp = riff(webpChunk('VP8 ', lossyHeader(image)));
const internationalText = 'XML:com.adobe.xmp\0';

/** Each container's way to carry an orientation. */
const containers: Readonly<Record<string, (orientation: number) => Uint8Array>> = {
  'EXIF in JPEG': (value) => withSegments(jpeg, exifSegment(exifBlock(value))),
  'little-endian EXIF in JPEG': (value) => withSegments(jpeg, exifSegment(exifBlock(value, 'II'))),
  'XMP attribute in JPEG': (value) => withSegments(jpeg, xmpSegment(xmpPacket(value))),
  'XMP element in JPEG': (value) => withSegments(jpeg, xmpSegment(xmpPacket(value, 'element'))),
  'eXIf in PNG': (value) => pngFile(image, { before: pngChunk('eXIf', exifBlock(value)) }),
  'eXIf behind the pixels of a PNG': (value) => pngFile(image, { after: pngChunk('eXIf', exifBlock(value)) }),
  'XMP in PNG': (value) =>
    pngFile(image, { before: pngChunk('iTXt', join(internationalText, '\0\0\0\0', xmpPacket(value))) }),
  'raw profile in PNG': (value) => pngFile(image, { before: pngChunk('tEXt', join(rawProfile(exifBlock(value)))) }),
  'EXIF in WebP': (value) => extendedWebp(webp, image, [webpChunk('EXIF', exifBlock(value))]),
  'prefixed EXIF in WebP': (value) =>
    extendedWebp(webp, image, [webpChunk('EXIF', join('Exif\0\0', exifBlock(value)))]),
  'XMP in WebP': (value) => extendedWebp(webp, image, [webpChunk('XMP ', join(xmpPacket(value)))]),
  'tag in TIFF': (value) => tiffFile(image, { 274: [value] }),
  'tag in big-endian TIFF': (value) => tiffFile(image, { 274: [value] }, 'MM'),
  'XMP in TIFF': (value) => tiffFile(image, { 700: join(xmpPacket(value)) }),
};

test.each(Object.keys(containers))('%s: 2–8 are turned, everything else is upright', (name) => {
  const values = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 200].map((value) => orientationOf(containers[name]?.(value)));
  expect(values).toEqual([1, 1, 2, 3, 4, 5, 6, 7, 8, 1, 1]);
});

test('a picture without metadata is upright', () => {
  expect([jpeg, webp, pngFile(image), tiffFile(image)].map(orientationOf)).toEqual([1, 1, 1, 1]);
});

test('XMP counts when EXIF says upright; otherwise EXIF does', () => {
  const both = (exif: number, xmp: number): unknown =>
    orientationOf(withSegments(jpeg, xmpSegment(xmpPacket(xmp)), exifSegment(exifBlock(exif))));
  expect([both(1, 6), both(3, 6), both(3, 1)]).toEqual([6, 3, 3]);
});

test('the orientation of a thumbnail or a later page does not count', () => {
  const exif = tiffStructure([{ 256: [1] }, { 274: [6] }]);
  expect(orientationOf(withSegments(jpeg, exifSegment(exif)))).toBe(1);
});

test('compressed XMP is not inflated', () => {
  const compressed = pngChunk('iTXt', join(internationalText, '\u0001\0\0\0', xmpPacket(6)));
  expect(orientationOf(pngFile(image, { before: compressed }))).toBe(1);
});

test('XMP after the first MiB is not searched', () => {
  const late = join(' '.repeat(1_048_576), xmpPacket(6));
  expect(orientationOf(extendedWebp(webp, image, [webpChunk('XMP ', late)]))).toBe(1);
});

test('a two-digit number that begins like an orientation is not one', () => {
  expect(orientationOf(withSegments(jpeg, xmpSegment(xmpPacket(61))))).toBe(1);
});

function orientationOf(bytes: Uint8Array | undefined): number | undefined {
  const reading = readPictureHeader(bytes ?? new Uint8Array());
  return reading.kind === 'picture' ? reading.header.orientation : undefined;
}

function rawProfile(exif: Uint8Array): string {
  const digits = Buffer.from(join('Exif\0\0', exif)).toString('hex');
  return `Raw profile type exif\0\nexif\n${String(digits.length / 2).padStart(8)}\n${digits.replaceAll(/(.{72})/g, '$1\n')}\n`;
}
