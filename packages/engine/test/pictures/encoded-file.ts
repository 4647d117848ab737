import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { join } from '../../../picture/test/files/byte-writer.ts';
import type { TestImage } from '../../../picture/test/files/test-image.ts';

/** An encoded JPEG of a picture. */
export function jpegFile(
  image: TestImage,
  options: { progressive?: boolean; quality?: number } = {},
): Promise<Uint8Array> {
  return finish(open(image).jpeg({ quality: 90, ...options }));
}

/** A JPEG in four ink channels with an Adobe marker. */
export function cmykJpegFile(image: TestImage): Promise<Uint8Array> {
  return finish(open(image).toColourspace('cmyk').jpeg({ quality: 95 }));
}

/** An encoded WebP of a picture. */
export function webpFile(image: TestImage, options: { lossless?: boolean } = {}): Promise<Uint8Array> {
  return finish(open(image).webp({ exact: true, ...options }));
}

/** A TIFF as libvips writes it. */
export function compressedTiffFile(image: TestImage, compression: 'lzw' | 'deflate' | 'packbits'): Promise<Uint8Array> {
  return finish(open(image).tiff({ compression, predictor: 'none' }));
}

/** A PNG with the encoder's ordinary filters and compression. */
export function encodePng(image: TestImage): Promise<Uint8Array> {
  return finish(open(image).png());
}

/** An interlaced PNG. */
export function interlacedPngFile(image: TestImage): Promise<Uint8Array> {
  return finish(open(image).png({ progressive: true, compressionLevel: 9 }));
}

/** The JPEG with its last scan written again and again: legal, and slow to decode. */
export function withRepeatedScan(progressive: Uint8Array, times: number): Uint8Array {
  const end = progressive.length - 2;
  const lastScan = Buffer.from(progressive).lastIndexOf(Buffer.from([0xff, 0xda]));
  const scan = progressive.subarray(lastScan, end);
  return join(progressive.subarray(0, end), ...Array.from({ length: times }, () => scan), progressive.subarray(end));
}

function open(image: TestImage): Sharp {
  return sharp(image.data, { raw: { width: image.width, height: image.height, channels: image.channels } });
}

async function finish(pipeline: Sharp): Promise<Uint8Array> {
  return new Uint8Array(await pipeline.toBuffer());
}
