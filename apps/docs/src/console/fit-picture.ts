import { pictureMaxBytes } from '@semblance/spec/limits';
import type { PixelRange } from '@semblance/spec/limits';

const qualities = [0.92, 0.8, 0.6] as const;

/** Scales both sides into `range`, keeping the aspect ratio where possible. */
export function fittingSize(
  width: number,
  height: number,
  range: PixelRange,
): { readonly width: number; readonly height: number } {
  const longest = Math.min(range.maxPixels, 2048);
  const shrink = Math.min(1, longest / Math.max(width, height));
  const grow = Math.max(1, range.minPixels / (Math.min(width, height) * shrink));
  const side = (length: number): number =>
    Math.min(range.maxPixels, Math.max(range.minPixels, Math.round(length * shrink * grow)));
  return { width: side(width), height: side(height) };
}

/**
 * Decodes a picture with the browser, its rotation flag applied, and encodes it as a JPEG within the limits.
 * @returns `undefined` when the browser cannot decode it.
 */
export async function fitPicture(
  bytes: Uint8Array<ArrayBuffer>,
  range: PixelRange,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const bitmap = await createImageBitmap(new Blob([bytes])).catch(() => undefined);
  if (bitmap === undefined) return undefined;
  const { width, height } = fittingSize(bitmap.width, bitmap.height, range);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  for (const quality of qualities) {
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
    if (blob.size <= pictureMaxBytes) return new Uint8Array(await blob.arrayBuffer());
  }
  return undefined;
}
