import sharp from 'sharp';
import { pictureMaxBytes } from '@semblance/spec/limits';
import { bmp24, bmp32, bmpIndexed } from '../../packages/picture/test/files/bmp-file.ts';
import { bmpRle8 } from '../../packages/picture/test/files/bmp-run-length-file.ts';
import { gifFile } from '../../packages/picture/test/files/gif-file.ts';
import { pnmBinary, pnmText } from '../../packages/picture/test/files/pnm-file.ts';
import { paletteImage, photoLike } from '../../packages/picture/test/files/test-image.ts';
import type { TestImage } from '../../packages/picture/test/files/test-image.ts';
import { compressedTiffFile, encodePng, jpegFile, webpFile } from '../../packages/engine/test/pictures/encoded-file.ts';

/** An encoded picture with the pixels it was made of. */
export interface DecodeSample {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly pixels: TestImage;
  readonly isReadBySharp: boolean;
}

const sizes = [
  { megapixels: '0.8', width: 1_033, height: 777 },
  { megapixels: '2', width: 1_733, height: 1_155 },
] as const;

/** One picture per format and size, made when it is asked for. Those above the contract's byte limit are left out. */
export async function* decodeSamples(): AsyncGenerator<DecodeSample> {
  for (const { megapixels, width, height } of sizes) {
    const pixels = photoLike(width, height);
    const palette = paletteImage(width, height, 100);
    const smooth = await smoothed(pixels);
    const files: readonly [name: string, make: () => Uint8Array | Promise<Uint8Array>, isReadBySharp: boolean][] = [
      ['JPEG', () => jpegFile(smooth), true],
      ['progressive JPEG', () => jpegFile(smooth, { progressive: true }), true],
      ['WebP', () => webpFile(smooth), true],
      ['lossless WebP', () => webpFile(smooth, { lossless: true }), true],
      ['PNG', () => encodePng(smooth), true],
      ['TIFF, LZW', () => compressedTiffFile(smooth, 'lzw'), true],
      ['GIF', () => gifFile([{ picture: palette }]), true],
      ['BMP, 24 bits', () => bmp24(pixels), false],
      ['BMP, 32 bits with alpha', () => bmp32(pixels), false],
      ['BMP, palette', () => bmpIndexed(palette, 8), false],
      ['BMP, RLE8', () => bmpRle8(palette), false],
      ['PPM, P6', () => pnmBinary(pixels), false],
      ['PPM, P3', () => pnmText(pixels), false],
    ];
    for (const [name, make, isReadBySharp] of files) {
      const bytes = await make();
      if (bytes.length <= pictureMaxBytes)
        yield { name: `${name}, ${megapixels} MP`, bytes, pixels: smooth, isReadBySharp };
    }
  }
}

/** Photographs have little noise from pixel to pixel; the test picture has much, which no codec likes. */
async function smoothed(pixels: TestImage): Promise<TestImage> {
  const { width, height, channels } = pixels;
  const data = await sharp(pixels.data, { raw: { width, height, channels } }).blur(2).raw().toBuffer();
  return { ...pixels, data };
}
