import { detailSide } from '@semblance/engine/evidence';
import type { Raster } from '@semblance/engine/evidence';

/** Long side of the rasters that features are taken from. */
const longSide = 320;

/**
 * Decodes a file as the browser shows it, on white.
 * @param size  `shrink`: the long side at most 320 px, as the engine takes it. `fit`: exactly 320 px, small ones enlarged.
 *              `detail`: as large as the engine takes it to lay pictures over each other.
 * @returns     `undefined` when the browser cannot decode it.
 */
export async function decodeInBrowser(
  bytes: Uint8Array,
  size: 'shrink' | 'fit' | 'detail',
): Promise<Raster | undefined> {
  const bitmap = await openBitmap(bytes);
  if (bitmap === undefined) return undefined;
  const side = size === 'detail' ? detailSide(bitmap) : longSide;
  const factor = side / Math.max(bitmap.width, bitmap.height);
  const scale = size === 'fit' ? factor : Math.min(1, factor);
  return draw(bitmap, Math.max(1, Math.round(bitmap.width * scale)), Math.max(1, Math.round(bitmap.height * scale)));
}

/** Whether two files show the same pixels at full size. */
export async function samePixels(first: Uint8Array, second: Uint8Array): Promise<boolean> {
  if (sameBytes(first, second)) return true;
  const [one, two] = [await openBitmap(first), await openBitmap(second)];
  if (one === undefined || two === undefined || one.width !== two.width || one.height !== two.height) return false;
  return sameBytes(draw(one, one.width, one.height).data, draw(two, two.width, two.height).data);
}

async function openBitmap(bytes: Uint8Array): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(new Blob([new Uint8Array(bytes)]));
  } catch {
    return undefined;
  }
}

function draw(bitmap: ImageBitmap, width: number, height: number): Raster {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('This browser gives no canvas to draw on.');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return { width, height, data: withoutAlpha(context.getImageData(0, 0, width, height).data) };
}

function withoutAlpha(rgba: Uint8ClampedArray): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let pixel = 0; pixel * 4 < rgba.length; pixel += 1) {
    rgb[pixel * 3] = rgba[pixel * 4] ?? 0;
    rgb[pixel * 3 + 1] = rgba[pixel * 4 + 1] ?? 0;
    rgb[pixel * 3 + 2] = rgba[pixel * 4 + 2] ?? 0;
  }
  return rgb;
}

function sameBytes(first: Uint8Array, second: Uint8Array): boolean {
  return first.length === second.length && first.every((byte, index) => byte === second[index]);
}
