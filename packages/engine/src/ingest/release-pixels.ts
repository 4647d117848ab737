import type { HeadedFile } from './picture-decoder.ts';

/** Browsers of before 2024 collect them like any other garbage. */
const canRelease = 'transfer' in ArrayBuffer.prototype;

/**
 * Gives back the memory of a file's decoded pixels when nobody needs them any more, at once and not when garbage is next
 * collected: collections are made for the sake of a few large pictures, and each marks everything else, too. The pixels
 * are empty from then on. Only those of a JPEG, which are nowhere else: those of a plain file may be the file's own bytes.
 * @param data  pixels to which no one else refers; a part of a larger buffer is left alone.
 */
export function releasePixels({ header }: Pick<HeadedFile, 'header'>, { buffer, byteLength }: Uint8Array): void {
  const isWhole = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
  if (canRelease && header.format === 'jpeg' && isWhole) buffer.transfer(0);
}
