import { pictureMaxBytes, serviceTypes } from '@semblance/spec/limits';
import { bmp24, bmpFile } from '../../../picture/test/files/bmp-file.ts';
import { join, u16le } from '../../../picture/test/files/byte-writer.ts';
import { gifFile } from '../../../picture/test/files/gif-file.ts';
import { exifSegment, jpegStructure, withSegments, xmpSegment } from '../../../picture/test/files/jpeg-structure.ts';
import { exifBlock, xmpPacket } from '../../../picture/test/files/metadata-block.ts';
import { pngChunk, pngFile, pngHeader, pngSignature } from '../../../picture/test/files/png-file.ts';
import { pnmBinary } from '../../../picture/test/files/pnm-file.ts';
import { extendedWebp, lossyHeader, riff, webpChunk } from '../../../picture/test/files/riff-file.ts';
import { paletteImage, photoLike } from '../../../picture/test/files/test-image.ts';
import { tiffFile } from '../../../picture/test/files/tiff-file.ts';
import { jpegFile, webpFile } from './encoded-file.ts';
import { expecting, ordinary } from './hostile-picture.ts';
import type { HostilePicture } from './hostile-picture.ts';

const { minPixels, maxPixels } = serviceTypes.generic;
const huge = { width: 60_000, height: 60_000 };
const none = { width: 0, height: 0 };

/** More bytes than allowed, or none. */
export const wrongBytes: readonly HostilePicture[] = [
  ...expecting('NoSpecifiedPic', { 'no bytes': () => new Uint8Array() }),
  ...expecting('InvalidPicContent', {
    'one byte too many': () => padded(pictureMaxBytes + 1),
    'one byte too many, and no picture': () => new Uint8Array(pictureMaxBytes + 1),
  }),
  ...expecting(null, { 'as many bytes as allowed': () => padded(pictureMaxBytes) }),
];

/** Sides out of range, most of them far out and with nothing behind the header. */
export const wrongPixels: readonly HostilePicture[] = expecting('UnsupportedPicPixels', {
  'one pixel too small': () => pngFile(photoLike(minPixels - 1, minPixels)),
  'one pixel too large': () => pnmBinary(photoLike(maxPixels + 1, minPixels)),
  'huge PNG': () => join(pngSignature, pngHeader(huge), pngChunk('IDAT', new Uint8Array(20))),
  'huge JPEG': () => jpegStructure(huge),
  'huge progressive JPEG': () => jpegStructure(huge, { frameType: 0xc2 }),
  'huge WebP': () => riff(webpChunk('VP8 ', lossyHeader({ width: 16_383, height: 16_383 }))),
  'huge GIF': () => gifFile([], huge),
  'huge BMP': () =>
    bmpFile({ width: 2_000_000_000, height: 2_000_000_000, bitsPerPixel: 24 }, { pixels: new Uint8Array(64) }),
  'BMP of negative width': () =>
    bmpFile({ width: 0xff_ff_ff_00, height: 200, bitsPerPixel: 24 }, { pixels: new Uint8Array(64) }),
  'huge TIFF': () => tiffFile(ordinary, { 256: [4_000_000_000], 257: [4_000_000_000] }),
  'huge text pixmap': () => join('P3 999999999 999999999 255\n1 2 3'),
  'PNG of no pixels': () => join(pngSignature, pngHeader(none), pngChunk('IDAT', new Uint8Array(20))),
  'JPEG of no height': () => jpegStructure({ width: 200, height: 0 }),
  'GIF of no pixels': () => gifFile([], none),
  'TIFF of no width': () => tiffFile(ordinary, { 256: [0] }),
  'GIF whose first frame leaves the limits': () => gifFile([{ left: 60_000, picture: paletteImage(120, 120, 8) }]),
});

/** Rotation in every container that can carry it. */
export const turnedPictures: readonly HostilePicture[] = expecting('IncorrectOrientation', {
  'EXIF orientation 2 in JPEG': async () => withSegments(await jpegFile(ordinary), exifSegment(exifBlock(2))),
  'EXIF orientation 8 in little-endian JPEG': async () =>
    withSegments(await jpegFile(ordinary), exifSegment(exifBlock(8, 'II'))),
  'XMP orientation in JPEG': async () => withSegments(await jpegFile(ordinary), xmpSegment(xmpPacket(6))),
  'EXIF upright, XMP turned': async () =>
    withSegments(await jpegFile(ordinary), exifSegment(exifBlock(1)), xmpSegment(xmpPacket(3, 'element'))),
  'EXIF orientation in PNG': () => pngFile(ordinary, { before: pngChunk('eXIf', exifBlock(6)) }),
  'EXIF orientation behind the pixels of a PNG': () => pngFile(ordinary, { after: pngChunk('eXIf', exifBlock(5)) }),
  'XMP orientation in PNG': () =>
    pngFile(ordinary, { before: pngChunk('iTXt', join('XML:com.adobe.xmp\0\0\0\0\0', xmpPacket(4))) }),
  'EXIF orientation in WebP': async () =>
    extendedWebp(await webpFile(ordinary), ordinary, [webpChunk('EXIF', exifBlock(7))]),
  'XMP orientation in WebP': async () =>
    extendedWebp(await webpFile(ordinary), ordinary, [webpChunk('XMP ', join(xmpPacket(8)))]),
  'orientation tag in TIFF': () => tiffFile(ordinary, { 274: [6] }),
  'XMP orientation in TIFF': () => tiffFile(ordinary, { 700: join(xmpPacket(6)) }),
});

/** Metadata that names no rotation. */
export const uprightPictures: readonly HostilePicture[] = expecting(null, {
  'EXIF orientation 1': async () => withSegments(await jpegFile(ordinary), exifSegment(exifBlock(1))),
  'EXIF orientation 0': async () => withSegments(await jpegFile(ordinary), exifSegment(exifBlock(0))),
  'EXIF orientation 9': async () => withSegments(await jpegFile(ordinary), exifSegment(exifBlock(9))),
  'EXIF whose directory leaves the segment': async () =>
    withSegments(await jpegFile(ordinary), exifSegment(join('II', u16le(42), [0xf0, 0xff, 0, 0]))),
  'EXIF of nothing but a signature': async () => withSegments(await jpegFile(ordinary), exifSegment(join('MM'))),
  'EXIF that counts 65535 entries': async () =>
    withSegments(
      await jpegFile(ordinary),
      exifSegment(join('II', u16le(42), [8, 0, 0, 0], [0xff, 0xff], new Uint8Array(64))),
    ),
});

/** A picture of exactly `length` bytes: a bitmap whose pixels are followed by nothing of interest. */
function padded(length: number): Uint8Array {
  const file = new Uint8Array(length);
  file.set(bmp24(ordinary));
  return file;
}
