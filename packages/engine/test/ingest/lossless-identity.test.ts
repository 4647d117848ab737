import { expect, test } from 'vitest';
import { readPictureHeader } from '@semblance/picture';
import type { PictureHeader } from '@semblance/picture';
import { bmp24, bmp32, bmpFile, bmpIndexed, packRows } from '../../../picture/test/files/bmp-file.ts';
import { bmpRle24, bmpRle4, bmpRle8 } from '../../../picture/test/files/bmp-run-length-file.ts';
import { bigEndian16, join } from '../../../picture/test/files/byte-writer.ts';
import { gifFile } from '../../../picture/test/files/gif-file.ts';
import { pngFile, pngPacked } from '../../../picture/test/files/png-file.ts';
import { pnmBinary, pnmBitmap, pnmSamples, pnmText } from '../../../picture/test/files/pnm-file.ts';
import { asColour, firstChannel, paletteImage, photoLike } from '../../../picture/test/files/test-image.ts';
import type { TestImage } from '../../../picture/test/files/test-image.ts';
import { tiffFile } from '../../../picture/test/files/tiff-file.ts';
import { decodePicture } from '../../src/ingest/decode.ts';
import { libvipsDecoder } from '../../src/ingest/libvips-decoder.ts';
import { haveEqualPixels } from '../../src/ingest/pixel-identity.ts';
import type { Raster } from '../../src/raster.ts';
import { compressedTiffFile, interlacedPngFile, jpegFile, webpFile } from '../pictures/encoded-file.ts';

function headerOf(bytes: Uint8Array): PictureHeader {
  const reading = readPictureHeader(bytes);
  if (reading.kind !== 'picture') throw new Error(`not a picture: ${reading.kind}`);

  return reading.header;
}

async function rasterOf(bytes: Uint8Array, maxSidePx = 320): Promise<Raster> {
  const decoded = await decodePicture(bytes, headerOf(bytes), { maxSidePx });
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.failure));

  return decoded.value;
}

/** Containers whose raster differs, whole from the pixels themselves or fitted from that of the first container. */
async function differing(files: Readonly<Record<string, Uint8Array>>, pixels: TestImage): Promise<string[]> {
  const entries = Object.entries(files);
  const reference = await rasterOf(entries[0]?.[1] ?? new Uint8Array());
  const names: string[] = [];
  for (const [name, bytes] of entries) {
    const whole = await rasterOf(bytes, Number.POSITIVE_INFINITY);
    const small = await rasterOf(bytes);
    if (!hasBytes(whole.data, pixels.data)) names.push(`${name}, whole`);

    if (small.width !== reference.width || !hasBytes(small.data, reference.data)) names.push(`${name}, fitted`);
  }
  return names;
}

function hasBytes(actual: Uint8Array, expected: Uint8Array): boolean {
  return Buffer.compare(actual, expected) === 0;
}

test('colour pixels give one raster in every lossless container', async () => {
  const image = photoLike(701, 463);
  expect(
    await differing(
      {
        png: pngFile(image),
        'interlaced png': await interlacedPngFile(image),
        bmp: bmp24(image),
        'top-down bmp': bmp24(image, { topDown: true }),
        'OS/2 bmp': bmp24(image, { headerBytes: 12 }),
        '32-bit bmp': bmp32(image),
        'rle24 bmp': bmpRle24(image),
        ppm: pnmBinary(image),
        'text ppm': pnmText(image),
        tiff: tiffFile(image),
        'big-endian tiff': tiffFile(image, {}, 'MM'),
        'lzw tiff': await compressedTiffFile(image, 'lzw'),
        'deflate tiff': await compressedTiffFile(image, 'deflate'),
        'lossless webp': await webpFile(image, { lossless: true }),
      },
      image,
    ),
  ).toEqual([]);
});

test('grey pixels give one raster, stored as grey or as colour', async () => {
  const grey = firstChannel(photoLike(533, 377));
  const colour = asColour(grey);
  expect(
    await differing(
      {
        png: pngFile(colour),
        'grey png': pngFile(grey),
        pgm: pnmBinary(grey),
        'text pgm': pnmText(grey),
        ppm: pnmBinary(colour),
        tiff: tiffFile(grey),
        bmp: bmp24(colour),
        'lossless webp': await webpFile(colour, { lossless: true }),
      },
      colour,
    ),
  ).toEqual([]);
});

test.each([2, 4, 16, 128])('%i colours give one raster with and without a palette', async (colours) => {
  const picture = paletteImage(411, 350, colours);
  const indexed =
    colours > 16
      ? { 'rle8 bmp': bmpRle8(picture) }
      : { '4-bit bmp': bmpIndexed(picture, 4), 'rle4 bmp': bmpRle4(picture) };
  expect(
    await differing(
      {
        png: pngFile(picture.image),
        bmp: bmp24(picture.image),
        '8-bit bmp': bmpIndexed(picture, 8),
        'OS/2 8-bit bmp': bmpIndexed(picture, 8, 12),
        gif: gifFile([{ picture }]),
        ...indexed,
        ...(colours <= 4 ? { '2-bit bmp': bmpIndexed(picture, 2) } : {}),
        ...(colours <= 2 ? { '1-bit bmp': bmpIndexed(picture, 1) } : {}),
      },
      picture.image,
    ),
  ).toEqual([]);
});

test('a GIF is its whole screen, white where the first frame does not reach', async () => {
  const frame = paletteImage(150, 130, 16);
  const [left, top, width, height] = [40, 30, 640, 480];
  const data = new Uint8Array(width * height * 3).fill(255);
  for (let y = 0; y < 130; y += 1)
    data.set(frame.image.data.subarray(y * 450, (y + 1) * 450), ((y + top) * width + left) * 3);

  const screen: TestImage = { width, height, channels: 3, data };
  const later = paletteImage(90, 90, 16);
  const gif = gifFile([{ left, top, picture: frame }, { picture: later }], { width, height });
  expect(await differing({ png: pngFile(screen), gif }, screen)).toEqual([]);
});

test('black and white give one raster as bits or bytes', async () => {
  const grey = firstChannel(photoLike(401, 333));
  const data = grey.data.map((sample) => (sample < 128 ? 0 : 255));
  const colour = asColour({ ...grey, data });
  const rows = Array.from({ length: grey.height }, (_, y) =>
    Uint8Array.from({ length: Math.ceil(grey.width / 8) }, (_, byte) =>
      [0, 1, 2, 3, 4, 5, 6, 7].reduce((sum, bit) => {
        const x = byte * 8 + bit;
        return sum + (x < grey.width && data[y * grey.width + x] === 255 ? 128 >> bit : 0);
      }, 0),
    ),
  );
  expect(
    await differing(
      {
        png: pngFile(colour),
        '1-bit png': pngPacked({ width: grey.width, height: grey.height, bitDepth: 1, colourType: 0 }, rows),
        'binary pbm': pnmBitmap(grey, 'binary'),
        'text pbm': pnmBitmap(grey, 'text'),
      },
      colour,
    ),
  ).toEqual([]);
});

test('transparency is shown on white, the same in every container that has it', async () => {
  const image = photoLike(360, 340, 4);
  const onWhite = Uint8Array.from({ length: image.width * image.height * 3 }, (_, at) => {
    const pixel = Math.floor(at / 3) * 4;
    const alpha = image.data[pixel + 3] ?? 0;
    return Math.floor(((image.data[pixel + (at % 3)] ?? 0) * alpha + 255 * (255 - alpha)) / 255);
  });
  const files = {
    png: pngFile(image),
    bmp: bmp32(image),
    tiff: tiffFile(image),
    webp: await webpFile(image, { lossless: true }),
  };
  const whole = await rasterOf(files.png, Number.POSITIVE_INFINITY);
  // The scaler may round a blend up or down.
  const difference = whole.data.reduce((most, sample, at) => Math.max(most, Math.abs(sample - (onWhite[at] ?? 0))), 0);
  expect(difference).toBeLessThanOrEqual(1);
  expect(await differing(files, { ...image, channels: 3, data: whole.data })).toEqual([]);
});

test('16-bit pixels give one raster in PNG, PPM and TIFF', async () => {
  const image = photoLike(380, 350);
  const samples = [...image.data].map((sample, at) => sample * 256 + ((at * 37) % 256));
  const rowSamples = image.width * 3;
  const rows = Array.from({ length: image.height }, (_, y) =>
    bigEndian16(samples.slice(y * rowSamples, (y + 1) * rowSamples)),
  );
  const tags = { 258: [16, 16, 16], 279: [samples.length * 2] };
  expect(
    await differing(
      {
        png: pngPacked({ width: image.width, height: image.height, bitDepth: 16, colourType: 2 }, rows),
        ppm: pnmSamples({ ...image, channels: 3, maxSample: 65_535 }, samples),
        tiff: tiffFile({ ...image, data: join(...rows) }, tags, 'MM'),
      },
      image,
    ),
  ).toEqual([]);
});

test('16-bit BMP colours are spread over the whole range', async () => {
  const pixels = packRows({ width: 101, height: 100, bitsPerPixel: 16 }, (x, y) => (x === 0 ? 0x7f_ff : y % 32));
  const raster = await rasterOf(bmpFile({ width: 101, height: 100, bitsPerPixel: 16 }, { pixels }));
  expect([...raster.data.subarray(0, 3)]).toEqual([255, 255, 255]);
  expect(raster.data[101 * 3 * 31 + 5]).toBe(255);
  expect(raster.data[101 * 3 * 16 + 5]).toBe(Math.round((16 * 255) / 31));
});

test('equal pixels are found in other containers, and one changed sample is not overlooked', async () => {
  const image = photoLike(640, 480);
  const decoded = async (bytes: Uint8Array) => ({
    bytes,
    header: headerOf(bytes),
    views: [{ frame: 0, raster: await rasterOf(bytes) }],
  });
  const png = await decoded(pngFile(image));
  expect(await haveEqualPixels(libvipsDecoder, png, await decoded(bmp24(image)))).toEqual({ ok: true, value: true });
  const data = Uint8Array.from(image.data);
  data[300_000] = (data[300_000] ?? 0) ^ 1;
  expect(await haveEqualPixels(libvipsDecoder, png, await decoded(bmp24({ ...image, data })))).toEqual({
    ok: true,
    value: false,
  });
});

test('a JPEG and its decoded pixels in a PNG are equal, though only the JPEG is shrunk while decoding', async () => {
  const jpeg = await jpegFile(photoLike(900, 700));
  const whole = await rasterOf(jpeg, Number.POSITIVE_INFINITY);
  const png = pngFile({ ...whole, channels: 3 });
  const first = { bytes: jpeg, header: headerOf(jpeg), views: [{ frame: 0, raster: await rasterOf(jpeg) }] };
  const second = { bytes: png, header: headerOf(png), views: [{ frame: 0, raster: await rasterOf(png) }] };
  expect(await haveEqualPixels(libvipsDecoder, first, second)).toEqual({ ok: true, value: true });
});

test('pictures are fitted, never enlarged, and keep at least a pixel per side', async () => {
  const sizes = await Promise.all(
    [
      [100, 100],
      [640, 100],
      [4096, 100],
      [100, 4096],
    ].map(async ([width = 0, height = 0]) => {
      const raster = await rasterOf(pnmBinary(photoLike(width, height)));
      return [raster.width, raster.height];
    }),
  );
  expect(sizes).toEqual([
    [100, 100],
    [320, 50],
    [320, 8],
    [8, 320],
  ]);
});
