import { checkPicture, readBmpLayout, readPictureHeader, readPnmLayout } from '@semblance/picture';
import { expect, test } from 'vitest';
import { bmpFile } from './files/bmp-file.ts';
import { join, u16be, u32be } from './files/byte-writer.ts';
import { gifFile } from './files/gif-file.ts';
import { pnmBinary, pnmBitmap, pnmText } from './files/pnm-file.ts';
import { tiffFile } from './files/tiff-file.ts';
import { firstChannel, paletteImage, photoLike } from './files/test-image.ts';

const image = photoLike(120, 110);
const grey = firstChannel(image);

test.each([1, 2, 4, 8, 16, 24, 32, 64])('an uncompressed bitmap of %i bits is read', (bitsPerPixel) => {
  const rowBytes = Math.ceil((120 * bitsPerPixel) / 32) * 4;
  const palette = new Uint8Array(bitsPerPixel <= 8 ? 4 << bitsPerPixel : 0);
  const bytes = bmpFile({ width: 120, height: 110, bitsPerPixel }, { palette, pixels: new Uint8Array(rowBytes * 110) });
  expect(readPictureHeader(bytes)).toMatchObject({
    kind: 'picture',
    header: { format: 'bmp', width: 120, height: 110 },
  });
  expect(checkPicture(bytes, { which: 'primary' })).toMatchObject({ ok: true });
});

test.each([3, 5, 48])('a bitmap of %i bits is refused', (bitsPerPixel) => {
  const bytes = bmpFile({ width: 120, height: 110, bitsPerPixel }, { pixels: new Uint8Array(120 * 110 * 8) });
  expect(checkPicture(bytes, { which: 'primary' })).toMatchObject({ ok: false });
});

test.each([
  [pnmBitmap(grey, 'text'), 1, 1],
  [pnmText(grey), 2, 1],
  [pnmText(image), 3, 3],
  [pnmBitmap(grey, 'binary'), 4, 1],
  [pnmBinary(grey), 5, 1],
  [pnmBinary(image), 6, 3],
])('the layout of a Netpbm map (%#)', (bytes, kind, channels) => {
  expect(readPnmLayout(bytes)).toMatchObject({ kind, channels, width: 120, height: 110 });
});

/** The first box of an ISO media file: its major brand, a version, and the brands it is compatible with. */
function isoMedia(major: string, compatible: readonly string[]): Uint8Array {
  return join(u32be(16 + 4 * compatible.length), 'ftyp', major, u32be(0), ...compatible, new Uint8Array(40));
}

test.each([
  [isoMedia('avif', []), 'AVIF'],
  [isoMedia('mif1', ['miaf', 'avif']), 'AVIF'],
  [isoMedia('mif1', ['heic']), 'HEIC'],
  [isoMedia('crx ', ['crx ', 'isom']), 'camera raw'],
])('an ISO media picture is named by any of its brands (%#)', (bytes, name) => {
  expect(checkPicture(bytes, { which: 'primary' })).toMatchObject({
    code: 'UnsupportedPictureFormat',
    detail: { en: expect.stringContaining(name) },
  });
});

test('brands beyond the first box do not count', () => {
  const bytes = join(isoMedia('isom', ['mp42']).subarray(0, 20), 'avif', new Uint8Array(40));
  expect(checkPicture(bytes, { which: 'primary' })).toMatchObject({ code: 'UnsupportedPicFormat' });
});

test('declared masks of a bitmap are read channel by channel', () => {
  const masks = [0x00_ff_00_00, 0x00_00_ff_00, 0x00_00_00_ff, 0xff_00_00_00] as const;
  const header = { width: 4, height: 4, bitsPerPixel: 32, headerBytes: 56, compression: 3, masks };
  const [red, green, blue, alpha] = masks;
  const layout = readBmpLayout(bmpFile(header, { pixels: new Uint8Array(64) }));
  expect(layout?.masks).toEqual({ red, green, blue, alpha });
});

test('a GIF that ends within its header, and one that ends after it', () => {
  const bytes = gifFile([{ picture: paletteImage(120, 110, 4) }]);
  expect(readPictureHeader(bytes.subarray(0, 12))).toMatchObject({ kind: 'unreadable', damage: 'header-cut-off' });
  expect(readPictureHeader(bytes.subarray(0, 13))).toMatchObject({ kind: 'picture', header: { width: 120 } });
});

test.each([
  ['BM', 'bmp'],
  [join('MM', u16be(43), u16be(8), u16be(0), u32be(0), u32be(16)), 'tiff'],
  ['P1 ', 'ppm'],
])('a file that ends right after its first bytes is a cut-off picture, not another kind (%#)', (start, format) => {
  expect(readPictureHeader(join(start))).toMatchObject({ kind: 'unreadable', format });
});

test.each(['BM is not a bitmap', 'P1 Priority one'])('%j is a text', (text) => {
  expect(checkPicture(join(text), { which: 'primary' })).toMatchObject({ code: 'UnsupportedPicFormat' });
});

test.each([256, 257])('a TIFF without tag %i has no size', (tag) => {
  const bytes = tiffFile(image, { [tag]: [] });
  expect(checkPicture(bytes, { which: 'primary' })).toMatchObject({ code: 'UnsupportedPicPixels' });
});
