import type { RawPixels } from '@semblance/engine/page';
import { fromArrayBuffer } from 'geotiff';

/** Whether the samples of a page are supported: integers of 8 or 16 bits, grey, RGB or palette. */
export async function isPlainTiffPage(bytes: Uint8Array, page: number): Promise<boolean> {
  const image = await (await fromArrayBuffer(copyOf(bytes))).getImage(page);
  return image.getSampleFormat() === 1 && image.getBitsPerSample() <= 16;
}

function copyOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

/** Decodes a page of a TIFF. @throws on damage and on unsupported kinds. */
export async function tiffPixels(bytes: Uint8Array, page: number): Promise<RawPixels> {
  const image = await (await fromArrayBuffer(copyOf(bytes))).getImage(page);
  const hasAlpha = image.getSamplesPerPixel() === 4 && image.fileDirectory.getValue('PhotometricInterpretation') === 2;
  const samples = (await image.readRGB({ interleave: true, enableAlpha: hasAlpha })) as unknown as ArrayLike<number>;
  const [width, height] = [image.getWidth(), image.getHeight()];
  const shift = image.getBitsPerSample() === 16 ? 8 : 0;
  const data = Uint8Array.from(samples, (sample) => sample >> shift);
  return { width, height, channels: hasAlpha ? 4 : 3, order: 'rgb', data };
}
