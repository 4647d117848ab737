import type { PictureHeader } from '@semblance/picture';
import type { Raster } from '../raster.ts';
import type { Result } from '../result.ts';
import { decodePicture } from './decode.ts';
import type { DecodeFailure } from './ingest-failure.ts';

/** A decoded picture with the file it came from. */
export interface DecodedPicture {
  readonly bytes: Uint8Array;
  readonly header: PictureHeader;
  /** The small raster `decodePicture` made of it. */
  readonly raster: Raster;
}

/**
 * Mean absolute difference of small rasters, in 1/255, above which pixels are not compared. Equal pixels in lossless
 * containers give 0; a JPEG and its decoded copy differ a little, because only the JPEG is shrunk while being decoded.
 */
const maxMeanDifference = 3;

/**
 * Whether two pictures have the same pixels at full resolution, as 8-bit RGB on white, whatever holds them. Equal
 * bytes are answered at once; pictures of other sizes or visibly different ones are never decoded again.
 * Takes up to 3 bytes per pixel of both pictures for the comparison.
 */
export async function haveEqualPixels(
  first: DecodedPicture,
  second: DecodedPicture,
): Promise<Result<boolean, DecodeFailure>> {
  if (areEqual(first.bytes, second.bytes)) {
    return { ok: true, value: true };
  }
  if (!mayHaveEqualPixels(first, second)) {
    return { ok: true, value: false };
  }
  const whole = { maxSidePx: Number.POSITIVE_INFINITY };
  const firstPixels = await decodePicture(first.bytes, first.header, whole);
  if (!firstPixels.ok) {
    return firstPixels;
  }
  const secondPixels = await decodePicture(second.bytes, second.header, whole);
  return secondPixels.ok ? { ok: true, value: areEqualRasters(firstPixels.value, secondPixels.value) } : secondPixels;
}

/**
 * Whether two pictures are worth decoding at full size to compare their pixels: same size, and small rasters that are
 * equal (or, where a lossy file is among them, close).
 */
export function mayHaveEqualPixels(first: DecodedPicture, second: DecodedPicture): boolean {
  const hasEqualSize = first.header.width === second.header.width && first.header.height === second.header.height;
  const areBothLossless = first.header.lossless && second.header.lossless;
  if (!hasEqualSize || first.raster.data.length !== second.raster.data.length) {
    return false;
  }
  return areBothLossless
    ? areEqual(first.raster.data, second.raster.data)
    : meanDifference(first.raster.data, second.raster.data) <= maxMeanDifference;
}

function meanDifference(first: Uint8Array, second: Uint8Array): number {
  let total = 0;
  for (let index = 0; index < first.length; index += 1) {
    total += Math.abs((first[index] ?? 0) - (second[index] ?? 0));
  }
  return total / first.length;
}

function areEqualRasters(first: Raster, second: Raster): boolean {
  return first.width === second.width && first.height === second.height && areEqual(first.data, second.data);
}

function areEqual(first: Uint8Array, second: Uint8Array): boolean {
  return first.length === second.length && Buffer.compare(first, second) === 0;
}
