import { expect, test } from 'vitest';
import { checkPicture } from '@semblance/picture';
import type { PictureCheckOptions } from '@semblance/picture';
import { pictureFormats, pictureMaxBytes, serviceTypes } from '@semblance/spec/limits';
import { join } from './files/byte-writer.ts';
import { exifSegment, jpegStructure, withSegments } from './files/jpeg-structure.ts';
import { exifBlock } from './files/metadata-block.ts';
import { pngFile } from './files/png-file.ts';
import { pnmBinary } from './files/pnm-file.ts';
import { photoLike } from './files/test-image.ts';
import { tiffFile } from './files/tiff-file.ts';
import { formatReaders } from '../src/formats/registry.ts';

const { minPixels, maxPixels } = serviceTypes.generic;
const good = pngFile(photoLike(minPixels, minPixels));

function codeOf(bytes: Uint8Array, options: Partial<PictureCheckOptions> = {}): string {
  const check = checkPicture(bytes, { which: 'primary', ...options });
  return check.ok ? 'ok' : check.code;
}

test('a picture at the lower or upper end of the range passes', () => {
  expect(codeOf(good)).toBe('ok');
  expect(codeOf(pnmBinary(photoLike(maxPixels, minPixels)))).toBe('ok');
});

test('each check has its code', () => {
  expect(codeOf(new Uint8Array())).toBe('NoSpecifiedPic');
  expect(codeOf(new Uint8Array(pictureMaxBytes + 1))).toBe('InvalidPicContent');
  expect(codeOf(join('no picture'))).toBe('UnsupportedPicFormat');
  expect(codeOf(join('<svg xmlns="x"></svg>'))).toBe('UnsupportedPictureFormat');
  expect(codeOf(tiffFile(photoLike(200, 200), { 339: [3, 3, 3] }))).toBe('UnsupportedPictureFormat');
  expect(codeOf(pngFile(photoLike(minPixels, minPixels - 1)))).toBe('UnsupportedPicPixels');
  expect(codeOf(withSegments(jpegStructure({ width: 200, height: 200 }), exifSegment(exifBlock(6))))).toBe(
    'IncorrectOrientation',
  );
  expect(codeOf(good.subarray(0, 200))).toBe('InvalidPrimaryPicContent');
  expect(codeOf(good.subarray(0, 200), { which: 'secondary' })).toBe('InvalidSecondaryPicContent');
});

test('the first failing check decides: bytes, format, variant, pixels, orientation, damage', () => {
  const small = { width: 5, height: 5 };
  const turned = exifSegment(exifBlock(6));
  const bomb = { frameType: 0xc2, scans: 100 };
  expect(codeOf(join('no picture'), { maxBytes: 5 })).toBe('InvalidPicContent');
  expect(codeOf(tiffFile(photoLike(5, 5), { 339: [3, 3, 3], 274: [6] }))).toBe('UnsupportedPictureFormat');
  expect(codeOf(withSegments(jpegStructure(small, bomb), turned))).toBe('UnsupportedPicPixels');
  expect(codeOf(withSegments(jpegStructure({ width: 200, height: 200 }, bomb), turned))).toBe('IncorrectOrientation');
  expect(codeOf(jpegStructure({ width: 200, height: 200 }, bomb))).toBe('InvalidPrimaryPicContent');
});

test.each(Object.entries(serviceTypes))('the pixel range of %s holds at both ends', (_, range) => {
  const codes = [range.minPixels - 1, range.minPixels, range.maxPixels, range.maxPixels + 1].map((side) =>
    codeOf(jpegStructure({ width: side, height: range.minPixels }), { pixelRange: range }),
  );
  expect(codes).toEqual(['UnsupportedPicPixels', 'ok', 'ok', 'UnsupportedPicPixels']);
});

test('the details say what was found, what is allowed and what to do, in both languages', () => {
  const check = checkPicture(pngFile(photoLike(30, 20)), { which: 'primary' });
  expect(check).toEqual({
    ok: false,
    code: 'UnsupportedPicPixels',
    detail: {
      en: 'The picture is 30 × 20 pixels; each side must have 100 to 4096. Send a larger picture and try again.',
      zh: '图片尺寸为 30 × 20 像素，每边须在 100 到 4096 像素之间。请换用更大的图片后重试。',
    },
  });
});

test('a picture encoded twice is recognised', () => {
  const twice = checkPicture(join(Buffer.from(good).toString('base64')), { which: 'primary' });
  expect(twice.ok ? '' : twice.detail.en).toContain('encoded twice');
});

test('every format of the contract has a reader, and every reader a format', () => {
  const names = new Set(pictureFormats.map((name) => (name === 'JPG' ? 'jpeg' : name.toLowerCase())));
  expect([...names].sort()).toEqual(Object.keys(formatReaders).sort());
});
