import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkPicture, readPictureHeader } from '@semblance/picture';
import { bmp24, bmpIndexed } from './files/bmp-file.ts';
import { bmpRle8 } from './files/bmp-run-length-file.ts';
import { join } from './files/byte-writer.ts';
import { gifFile } from './files/gif-file.ts';
import { exifSegment, jpegStructure, withSegments, xmpSegment } from './files/jpeg-structure.ts';
import { exifBlock, xmpPacket } from './files/metadata-block.ts';
import { pngChunk, pngFile } from './files/png-file.ts';
import { pnmBinary, pnmText } from './files/pnm-file.ts';
import { extendedWebp, lossyHeader, riff, webpAnimation, webpChunk } from './files/riff-file.ts';
import { paletteImage, photoLike } from './files/test-image.ts';
import { tiffFile, tiffStructure } from './files/tiff-file.ts';

/** Mutated files per run; the environment variable `FUZZ_RUNS` overrides it. */
const runs = Number(process.env['FUZZ_RUNS'] ?? 20_000);
const image = photoLike(24, 18);
const picture = paletteImage(24, 18, 7);
const webp = riff(webpChunk('VP8 ', join(lossyHeader(image), new Uint8Array(40))));

const seeds: readonly Uint8Array[] = [
  withSegments(
    jpegStructure(image, { frameType: 0xc2, scans: 6 }),
    exifSegment(exifBlock(6)),
    xmpSegment(xmpPacket(1)),
  ),
  pngFile(image, {
    before: pngChunk('eXIf', exifBlock(1)),
    after: pngChunk('iTXt', join('XML:com.adobe.xmp\0\0\0\0\0', xmpPacket(1))),
  }),
  extendedWebp(webp, image, [webpChunk('EXIF', exifBlock(1)), webpChunk('XMP ', join(xmpPacket(1)))]),
  webpAnimation(image, 3),
  gifFile([{ picture }, { picture }]),
  tiffFile(image, { 274: [1], 700: join(xmpPacket(1)) }, 'MM'),
  tiffStructure([{ 256: [24], 257: [18] }, { 256: [3] }, { 256: [4] }]),
  bmp24(image, { headerBytes: 124 }),
  bmpIndexed(picture, 4, 12),
  bmpRle8(picture),
  pnmBinary(image, '# comment\n'),
  pnmText(image),
];

/** Files with overwritten, cut and spliced bytes, as from a broken transfer or an attacker. */
const mutated = fc
  .tuple(
    fc.constantFrom(...seeds),
    fc.array(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1, 2, 0x7f, 0x80, 0xfe, 0xff, 0x2a)),
      { maxLength: 12 },
    ),
    fc.array(fc.tuple(fc.nat(80), fc.nat(255)), { maxLength: 6 }),
    fc.double({ min: 0, max: 1.4, noNaN: true }),
    fc.constantFrom(...seeds),
  )
  .map(([seed, spots, early, keep, other]) => {
    const bytes = Uint8Array.from(keep > 1.2 ? join(seed.subarray(0, seed.length / 2), other) : seed);
    for (const [place, value] of spots) bytes[Math.floor(place * (bytes.length - 1))] = value;

    for (const [at, value] of early) bytes[at % bytes.length] = value;

    return keep < 1 ? bytes.subarray(0, Math.floor(bytes.length * keep)) : bytes;
  });

/** Checks that any bytes are read without an exception and independently of the bytes around them. */
function holds(bytes: Uint8Array): boolean {
  const started = performance.now();
  const check = checkPicture(bytes, { which: 'primary' });
  const isQuick = performance.now() - started < 2_000;
  // The same bytes inside a larger buffer, where a reader that left its view would answer differently.
  const surrounded = new Uint8Array(bytes.length + 64).fill(0x49);
  surrounded.set(bytes, 32);
  const inside = checkPicture(surrounded.subarray(32, 32 + bytes.length), { which: 'primary' });
  return isQuick && JSON.stringify(check) === JSON.stringify(inside);
}

test.each([{ seed: 20_260_101 }, { seed: Date.now() % 2_147_483_647 }])(
  'mutated files are read without an exception (seed $seed)',
  ({ seed }) => {
    expect(() => fc.assert(fc.property(mutated, holds), { seed, numRuns: Math.ceil(runs / 2) })).not.toThrow();
  },
);

test('random bytes are read without an exception', () => {
  const property = fc.property(fc.uint8Array({ maxLength: 300 }), holds);
  expect(() => fc.assert(property, { numRuns: Math.ceil(runs / 10) })).not.toThrow();
});

test('random bytes after each signature are read without an exception', () => {
  const signed = fc.tuple(fc.constantFrom(...seeds), fc.nat(30), fc.uint8Array({ maxLength: 200 }));
  const files = signed.map(([seed, length, rest]) => join(seed.subarray(0, length + 2), rest));
  expect(() => fc.assert(fc.property(files, holds), { numRuns: Math.ceil(runs / 4) })).not.toThrow();
});

test.each([
  [
    'JPEG of entropy-coded markers',
    () => join(jpegStructure(image, { frameType: 0xc2 }).subarray(0, -2), new Uint8Array(4_000_000).fill(0xff)),
  ],
  [
    'JPEG of stuffed zeros',
    () => join(jpegStructure(image, { frameType: 0xc2 }).subarray(0, -2), alternating(0xff, 0)),
  ],
  ['GIF of one-byte blocks', () => join(gifFile([{ picture }]).subarray(0, -1), [0x21, 0xf9], alternating(1, 7))],
  [
    'XMP of almost-matches',
    () =>
      pngFile(image, {
        before: pngChunk('iTXt', join('XML:com.adobe.xmp\0\0\0\0\0', 'tiff:Orientatio'.repeat(70_000))),
      }),
  ],
  ['TIFF of 10,000 pages', () => tiffStructure(Array.from({ length: 12_000 }, () => ({ 256: [200] })))],
  ['PNM of comments', () => join('P3\n', '#\n'.repeat(2_000_000))],
  ['WebP of empty chunks', () => riff(new Uint8Array(4_000_000))],
])('%s takes bounded time', (_, make) => {
  const bytes = make();
  const before = process.cpuUsage();
  readPictureHeader(bytes);
  const { user, system } = process.cpuUsage(before);
  // Tens of milliseconds; this catches anything slower than linear.
  expect((user + system) / 1000).toBeLessThan(2_000);
});

function alternating(first: number, second: number): Uint8Array {
  return Uint8Array.from({ length: 4_000_000 }, (_, at) => (at % 2 === 0 ? first : second));
}
