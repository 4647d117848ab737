import type { RawPixels } from '@semblance/engine/page';
import { fromArrayBuffer } from 'geotiff';

/** Kinds of samples that are read: whole numbers of 8 or 16 bits, brightness, colours or a palette. */
export async function isPlainTiffPage(bytes: Uint8Array, page: number): Promise<boolean> {
  const image = await (await fromArrayBuffer(copyOf(bytes))).getImage(page);
  return image.getSampleFormat() === 1 && image.getBitsPerSample() <= 16;
}

function copyOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

/** Decodes a page of a TIFF. @throws on damage and on kinds that are not read. */
export async function tiffPixels(bytes: Uint8Array, page: number): Promise<RawPixels> {
  const image = await (await fromArrayBuffer(copyOf(bytes))).getImage(page);
  const hasAlpha = image.getSamplesPerPixel() === 4 && image.fileDirectory.getValue('PhotometricInterpretation') === 2;
  const samples = (await image.readRGB({ interleave: true, enableAlpha: hasAlpha })) as unknown as ArrayLike<number>;
  const [width, height] = [image.getWidth(), image.getHeight()];
  const shift = image.getBitsPerSample() === 16 ? 8 : 0;
  const data = Uint8Array.from(samples, (sample) => sample >> shift);
  return { width, height, channels: hasAlpha ? 4 : 3, order: 'rgb', data };
}
