import { deflateSync } from 'node:zlib';
import { bmp24, bmpIndexed } from '../../../picture/test/files/bmp-file.ts';
import { bmpRle8, bmpRle8Stream } from '../../../picture/test/files/bmp-run-length-file.ts';
import { join, u32be } from '../../../picture/test/files/byte-writer.ts';
import { gifFile } from '../../../picture/test/files/gif-file.ts';
import { jpegSegment, withSegments } from '../../../picture/test/files/jpeg-structure.ts';
import { pngChunk, pngData, pngFile, pngHeader, pngSignature } from '../../../picture/test/files/png-file.ts';
import { pnmBinary, pnmText } from '../../../picture/test/files/pnm-file.ts';
import { paletteImage, photoLike } from '../../../picture/test/files/test-image.ts';
import { tiffFile, tiffStructure } from '../../../picture/test/files/tiff-file.ts';
import { cmykJpegFile, interlacedPngFile, jpegFile, webpFile, withRepeatedScan } from './encoded-file.ts';
import { expecting, ordinary } from './hostile-picture.ts';
import type { HostilePicture } from './hostile-picture.ts';

const picture = paletteImage(160, 128, 60);
const corrupt = 'InvalidPrimaryPicContent';

/** One file of every format, to be cut. */
const wholeFiles: Readonly<Record<string, HostilePicture['bytes']>> = {
  JPEG: () => jpegFile(ordinary),
  'progressive JPEG': () => jpegFile(ordinary, { progressive: true }),
  PNG: () => pngFile(ordinary),
  'interlaced PNG': () => interlacedPngFile(ordinary),
  WebP: () => webpFile(ordinary),
  'lossless WebP': () => webpFile(ordinary, { lossless: true }),
  GIF: () => gifFile([{ picture }]),
  TIFF: () => tiffFile(ordinary),
  BMP: () => bmp24(ordinary),
  'RLE8 BMP': () => bmpRle8(picture),
  PPM: () => pnmBinary(ordinary),
  'text PPM': () => pnmText(ordinary),
};

/** Each whole file cut at 10 %, 20 % … 90 %. */
export const cutFiles: readonly HostilePicture[] = Object.entries(wholeFiles).flatMap(([name, whole]) =>
  [10, 20, 30, 40, 50, 60, 70, 80, 90].map((percent) => ({
    name: `${name} cut at ${percent} %`,
    bytes: async (): Promise<Uint8Array> => {
      const bytes = await whole();
      return bytes.subarray(0, Math.floor((bytes.length * percent) / 100));
    },
    expectedCode: corrupt,
  })),
);

/** Contradictions and bombs. */
export const damagedPictures: readonly HostilePicture[] = expecting(corrupt, {
  'scan bomb': async () => withRepeatedScan(await jpegFile(ordinary, { progressive: true }), 1_000),
  'JPEG of 20,000 segments': async () =>
    withSegments(
      await jpegFile(ordinary),
      ...Array.from({ length: 20_000 }, () => jpegSegment(0xfe, new Uint8Array(2))),
    ),
  'JPEG without pixels': async () => join((await jpegFile(ordinary)).subarray(0, 2), [0xff, 0xd9]),
  'JPEG of a start marker': () => Uint8Array.of(0xff, 0xd8, 0xff),
  'JPEG segment of length 1': () => join([0xff, 0xd8, 0xff, 0xe0, 0, 1], new Uint8Array(500)),
  'PNG transferred as text': () =>
    join(Buffer.from(Buffer.from(pngFile(ordinary)).toString('latin1').replaceAll('\r\n', '\n'), 'latin1')),
  'PNG without pixels': () => join(pngSignature, pngHeader(ordinary), pngChunk('IEND', new Uint8Array())),
  'PNG of an impossible depth': () => join(pngSignature, pngHeader(ordinary, 3), pngData(ordinary)),
  'PNG with wrong checksums': () =>
    pngFile(ordinary).map((byte, at) => (at > 100 && at % 97 === 0 ? byte ^ 0x55 : byte)),
  'PNG whose pixels are noise': () =>
    join(
      pngSignature,
      pngHeader(ordinary),
      pngChunk('IDAT', photoLike(50, 50).data),
      pngChunk('IEND', new Uint8Array()),
    ),
  'PNG with too few rows': () =>
    join(pngSignature, pngHeader({ width: 160, height: 4_000 }), pngData(ordinary), pngChunk('IEND', new Uint8Array())),
  'PNG of 20,000 chunks': () =>
    pngFile(ordinary, { before: join(...Array.from({ length: 20_000 }, () => pngChunk('teSt', new Uint8Array()))) }),
  'PNG chunk of 4 GB': () => join(pngSignature, pngHeader(ordinary), u32be(0xff_ff_ff_ff), 'IDAT', new Uint8Array(400)),
  'GIF without frames': () => gifFile([], { width: 160, height: 128 }),
  'TIFF of 9,900 pages': () => manyPages(9_900),
  'TIFF pages in a loop': () => loopingTiff(),
  'TIFF directory outside the file': () => join('II*\0', [0xf0, 0xff, 0xff, 0x7f], new Uint8Array(500)),
  'TIFF strips outside the file': () => tiffFile(ordinary, { 273: [3_000_000_000] }),
  'BMP rows missing': () => bmp24(ordinary).subarray(0, 20_000),
  'RLE8 BMP without an end': () =>
    bmpRle8Stream(
      picture,
      Array.from({ length: 600 }, (_, at) => (at % 2 === 0 ? 1 : 7)),
    ),
  'PPM with letters among its samples': () => join('P3\n160 128\n255\n', '1 2 x '.repeat(40_000)),
  'PPM with a maximum of 0': () => join('P6\n160 128\n0\n', ordinary.data),
  'PPM with a comment that never ends': () => join('P6\n#', 'a'.repeat(200_000)),
  'WebP whose first partition leaves the file': async () => {
    const webp = await webpFile(ordinary);
    return webp.map((byte, at) => (at === 21 || at === 22 ? 0xff : byte));
  },
});

/** Bombs that do not go off, and oddities that are legal. */
export const harmlessPictures: readonly HostilePicture[] = expecting(null, {
  'inflating colour profile': () => pngFile(ordinary, { before: pngChunk('iCCP', join('bomb\0\0', bomb())) }),
  'inflating text': () => pngFile(ordinary, { before: pngChunk('zTXt', join('Comment\0\0', bomb())) }),
  'inflating XMP': () =>
    pngFile(ordinary, { before: pngChunk('iTXt', join('XML:com.adobe.xmp\0\u0001\0\0\0', bomb())) }),
  'junk as colour profile in JPEG': async () =>
    withSegments(
      await jpegFile(ordinary),
      jpegSegment(0xe2, join('ICC_PROFILE\0\u0001\u0001', ordinary.data.subarray(0, 600))),
    ),
  'four inks': () => cmykJpegFile(ordinary),
  'JPEG without its end marker': async () => (await jpegFile(ordinary)).subarray(0, -2),
  'GIF of 5,000 frames': () =>
    gifFile([{ picture }, ...Array.from({ length: 4_999 }, () => ({ picture: paletteImage(4, 4, 4) }))]),
  'GIF cut in its second frame': () => {
    const one = gifFile([{ picture }]).length;
    return gifFile([{ picture }, { picture }]).subarray(0, one + 200);
  },
  'TIFF of 2,000 pages': () => manyPages(2_000),
  'BMP with an offset of 0': () => withUint32(bmp24(ordinary), 10, 0),
  'BMP with an offset past its end': () => withUint32(bmpIndexed(picture, 8), 10, 0x7f_ff_ff_ff),
  'BMP whose run-length stream skips most pixels': () => bmpRle8Stream(picture, [0, 2, 100, 100, 5, 3, 0, 1]),
  'PNG with an unknown chunk': () => pngFile(ordinary, { before: pngChunk('teSt', ordinary.data) }),
});

function bomb(): Uint8Array {
  return new Uint8Array(deflateSync(new Uint8Array(200_000_000), { level: 9 }));
}

function loopingTiff(): Uint8Array {
  return tiffStructure([pageTags(8), pageTags(8)], { body: ordinary.data, loopTo: 0 });
}

function manyPages(pages: number): Uint8Array {
  return tiffStructure(
    Array.from({ length: pages }, () => pageTags(8)),
    { body: ordinary.data },
  );
}

function pageTags(stripAt: number): Readonly<Record<number, readonly number[]>> {
  const { width, height, data } = ordinary;
  return {
    256: [width],
    257: [height],
    258: [8, 8, 8],
    259: [1],
    262: [2],
    273: [stripAt],
    277: [3],
    278: [height],
    279: [data.length],
  };
}

function withUint32(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const changed = Uint8Array.from(bytes);
  new DataView(changed.buffer).setUint32(at, value, true);
  return changed;
}
