import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPictureHeader } from '@semblance/picture';
import { bmp24, bmp32, bmpFile, bmpIndexed, packRows } from '../../../picture/test/files/bmp-file.ts';
import { bmpRle24, bmpRle4, bmpRle8 } from '../../../picture/test/files/bmp-run-length-file.ts';
import { gifFile } from '../../../picture/test/files/gif-file.ts';
import { pngFile } from '../../../picture/test/files/png-file.ts';
import { pnmBinary, pnmBitmap, pnmSamples, pnmText } from '../../../picture/test/files/pnm-file.ts';
import { firstChannel, paletteImage, photoLike } from '../../../picture/test/files/test-image.ts';
import { tiffFile } from '../../../picture/test/files/tiff-file.ts';
import { readBmp } from '../../src/ingest/bmp/read-bmp.ts';
import { ingestPicture } from '../../src/ingest/ingest-picture.ts';
import { readPnm } from '../../src/ingest/pnm/read-pnm.ts';
import type { RawPixels } from '../../src/ingest/raw-pixels.ts';
import { interlacedPngFile, jpegFile, webpFile } from '../pictures/encoded-file.ts';

/** Mutated files per run; the environment variable `FUZZ_RUNS` asks for more. Two fifths go through libvips. */
const runs = Number(process.env['FUZZ_RUNS'] ?? 20_000);
const seeds = [20_260_102, Date.now() % 2_147_483_647];

const image = photoLike(21, 15);
const grey = firstChannel(image);
const picture = paletteImage(21, 15, 2);
const deep = packRows({ ...image, bitsPerPixel: 64 }, (x, y) => x * 300 + y);

const bitmaps: readonly Uint8Array[] = [
  bmp24(image),
  bmp24(image, { headerBytes: 12 }),
  bmp32(image),
  bmpIndexed(picture, 1),
  bmpIndexed(picture, 2),
  bmpIndexed(picture, 4),
  bmpIndexed(picture, 8, 64),
  bmpRle8(picture),
  bmpRle4(picture),
  bmpRle24(image),
  bmpFile({ ...image, bitsPerPixel: 64 }, { pixels: deep }),
];
const maps: readonly Uint8Array[] = [
  pnmBinary(image, '# x\n'),
  pnmBinary(grey),
  pnmText(image),
  pnmText(grey, 300),
  pnmBitmap(grey, 'binary'),
  pnmBitmap(grey, 'text'),
  pnmSamples({ ...grey, channels: 1, maxSample: 4_095 }, [...grey.data]),
];

/** Changes in the headers, where they do most, and anywhere; cuts. Sizes stay small so that each file is quick. */
function mutations(files: readonly Uint8Array[], headerBytes: number): fc.Arbitrary<Uint8Array> {
  const interesting = fc.constantFrom(
    0,
    1,
    2,
    3,
    4,
    5,
    6,
    8,
    12,
    16,
    24,
    32,
    40,
    48,
    50,
    56,
    64,
    108,
    124,
    127,
    128,
    255,
  );
  const spot = fc.tuple(fc.nat(headerBytes), fc.oneof(interesting, fc.nat(255)));
  const anywhere = fc.tuple(fc.nat(5_000), fc.nat(255));
  return fc
    .tuple(
      fc.constantFrom(...files),
      fc.array(spot, { maxLength: 2 }),
      fc.array(anywhere, { maxLength: 3 }),
      fc.double({ min: 0.02, max: 4, noNaN: true }),
    )
    .map(([file, spots, others, keep]) => {
      const bytes = file.slice(0, Math.ceil(file.length * Math.min(1, keep)));
      for (const [at, value] of [...spots, ...others]) bytes[at % bytes.length] = value;

      return bytes;
    });
}

/** A reader answers with pixels of exactly the declared size or a failure; it never throws. */
function isConsistent(read: () => { ok: true; value: RawPixels } | { ok: false }): boolean {
  const reading = read();
  if (!reading.ok) return true;

  const { width, height, channels, data } = reading.value;
  return width > 0 && height > 0 && data.length === width * height * channels;
}

/** Only pictures that pass the header's limits are decoded; here the limit is small to keep memory and time down. */
function isSmall(bytes: Uint8Array): boolean {
  const reading = readPictureHeader(bytes);
  return reading.kind === 'picture' && reading.header.width * reading.header.height <= 1_000_000;
}

const decoded = { bmp: 0, pnm: 0, libvips: 0 };

test.each(seeds)('mutated bitmaps (seed %i)', (seed) => {
  const property = fc.property(mutations(bitmaps, 70), (bytes) => {
    decoded.bmp += isSmall(bytes) && readBmp(bytes).ok ? 1 : 0;
    return !isSmall(bytes) || isConsistent(() => readBmp(bytes));
  });
  expect(() => fc.assert(property, { seed, numRuns: Math.ceil(runs * 0.3) })).not.toThrow();
});

test.each(seeds)('mutated maps (seed %i)', (seed) => {
  const property = fc.property(mutations(maps, 16), (bytes) => {
    decoded.pnm += isSmall(bytes) && readPnm(bytes).ok ? 1 : 0;
    return !isSmall(bytes) || isConsistent(() => readPnm(bytes));
  });
  expect(() => fc.assert(property, { seed, numRuns: Math.ceil(runs * 0.3) })).not.toThrow();
});

test.each(seeds)(
  'mutated files through every decoder (seed %i)',
  async (seed) => {
    const small = photoLike(100, 100);
    const encoded = [
      await jpegFile(small),
      await jpegFile(small, { progressive: true }),
      await webpFile(small),
      await webpFile(small, { lossless: true }),
      await interlacedPngFile(small),
      pngFile(small),
      tiffFile(small),
      gifFile([{ picture: paletteImage(100, 100, 32) }]),
      bmp24(small),
      pnmBinary(small),
    ];
    const pixelRange = { minPixels: 1, maxPixels: 512 };
    const property = fc.asyncProperty(mutations(encoded, 90), async (bytes) => {
      const ingested = await ingestPicture(bytes, { which: 'primary', pixelRange });
      decoded.libvips += ingested.ok ? 1 : 0;
      return (
        !ingested.ok ||
        ingested.value.raster.data.length === ingested.value.raster.width * ingested.value.raster.height * 3
      );
    });
    await expect(fc.assert(property, { seed, numRuns: Math.ceil(runs * 0.2) })).resolves.toBeUndefined();
  },
  120_000,
);

test('enough mutated files are decoded to the end', () => {
  // Mutations that nothing survives would test only the first check.
  expect(Math.min(decoded.bmp, decoded.pnm)).toBeGreaterThan(runs / 50);
  expect(decoded.libvips).toBeGreaterThan(runs / 100);
});
