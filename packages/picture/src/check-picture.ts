import type { Bilingual } from '@semblance/spec/error-catalog';
import type { OperationErrorCode } from '@semblance/spec/error-policy';
import { pictureMaxBytes, serviceTypes } from '@semblance/spec/limits';
import type { PixelRange } from '@semblance/spec/limits';
import { pictureCheckOrder } from '@semblance/spec/protocol';
import {
  damageDetail,
  emptyDetail,
  foreignPictureDetail,
  noPictureDetail,
  orientationDetail,
  pixelsDetail,
  tooManyBytesDetail,
  unsupportedVariantDetail,
} from './check-detail.ts';
import { readPictureHeader } from './read-picture-header.ts';
import type { PictureHeader } from './read-picture-header.ts';

/** Which of the request's two pictures is checked; it selects one of the two content codes. */
export type WhichPicture = 'primary' | 'secondary';

/** The codes that depend on a picture alone, before it is decoded. */
export type PictureErrorCode = Extract<
  OperationErrorCode,
  | 'NoSpecifiedPic'
  | 'InvalidPicContent'
  | 'UnsupportedPicFormat'
  | 'UnsupportedPictureFormat'
  | 'UnsupportedPicPixels'
  | 'IncorrectOrientation'
  | 'InvalidPrimaryPicContent'
  | 'InvalidSecondaryPicContent'
>;

/** Limits of a picture check. */
export interface PictureCheckOptions {
  readonly which: WhichPicture;
  /** Range of each side in pixels, inclusive. Default: that of a generic search instance. */
  readonly pixelRange?: PixelRange;
  /** Largest size of the file in bytes. Default: the contract's. */
  readonly maxBytes?: number;
}

/** The picture's header, or the code with which it would be refused. */
export type PictureCheck =
  | { readonly ok: true; readonly header: PictureHeader }
  | {
      readonly ok: false;
      readonly code: PictureErrorCode;
      /** What was found, what is allowed, what to do. Contains no picture content. */
      readonly detail: Bilingual;
    };

/** The code for a picture that is of an accepted format but cannot be read. */
export function contentCode(which: WhichPicture): 'InvalidPrimaryPicContent' | 'InvalidSecondaryPicContent' {
  return which === 'primary' ? 'InvalidPrimaryPicContent' : 'InvalidSecondaryPicContent';
}

/**
 * Position of a code in the contract's order of checks, from 0; damaged content comes last. Of two bad pictures the one with the earlier
 * code decides.
 */
export function checkRank(code: PictureErrorCode): number {
  const rank = pictureCheckOrder.indexOf(code);
  return rank === -1 ? pictureCheckOrder.length : rank;
}

/**
 * Checks a picture against the contract without decoding it, in the contract's order: present, bytes, format, pixels, orientation, then
 * damage that the file's structure shows. The first that fails decides the code. A picture that passes may still fail to decode. Never
 * throws.
 *
 * Of an animated or multi-page file only the first frame or page counts: its canvas, its orientation, its pixels.
 */
export function checkPicture(bytes: Uint8Array, options: PictureCheckOptions): PictureCheck {
  const { which, pixelRange = serviceTypes.generic, maxBytes = pictureMaxBytes } = options;
  if (bytes.length === 0) return { ok: false, code: 'NoSpecifiedPic', detail: emptyDetail() };

  if (bytes.length > maxBytes)
    return { ok: false, code: 'InvalidPicContent', detail: tooManyBytesDetail(bytes.length, maxBytes) };

  const reading = readPictureHeader(bytes);
  switch (reading.kind) {
    case 'no-picture':
      return { ok: false, code: 'UnsupportedPicFormat', detail: noPictureDetail(reading.looksLike) };
    case 'foreign-picture':
      return { ok: false, code: 'UnsupportedPictureFormat', detail: foreignPictureDetail(reading.name) };
    case 'unreadable':
      return { ok: false, code: contentCode(which), detail: damageDetail(reading.format, reading.damage) };
    case 'picture':
      return checkHeader(reading.header, which, pixelRange);
  }
}

function checkHeader(header: PictureHeader, which: WhichPicture, range: PixelRange): PictureCheck {
  if (header.unsupportedVariant !== undefined) {
    const detail = unsupportedVariantDetail(header.format, header.unsupportedVariant);
    return { ok: false, code: 'UnsupportedPictureFormat', detail };
  }
  if (!isInRange(header.width, range) || !isInRange(header.height, range))
    return { ok: false, code: 'UnsupportedPicPixels', detail: pixelsDetail(header, range) };

  if (header.orientation !== 1) return { ok: false, code: 'IncorrectOrientation', detail: orientationDetail(header) };

  return header.damage === undefined
    ? { ok: true, header }
    : { ok: false, code: contentCode(which), detail: damageDetail(header.format, header.damage) };
}

function isInRange(pixels: number, range: PixelRange): boolean {
  return pixels >= range.minPixels && pixels <= range.maxPixels;
}
