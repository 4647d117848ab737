import type { Sharp } from 'sharp';
import type { PictureHeader } from '@semblance/picture';
import type { Raster } from '../raster.ts';
import type { Result } from '../result.ts';
import { readBmp } from './bmp/read-bmp.ts';
import { decodeFailureOf } from './decode-failure.ts';
import { isLibvipsFormat, openEncoded, openRaw } from './hardened-sharp.ts';
import type { Strictness } from './hardened-sharp.ts';
import type { DecodeFailure } from './ingest-failure.ts';
import { withEndMarker } from './jpeg-end-marker.ts';
import { readPnm } from './pnm/read-pnm.ts';
import type { RawPixels } from './raw-pixels.ts';

/** How a picture is decoded. */
export interface DecodeOptions {
  /**
   * The picture is shrunk to fit a square of this side, aspect kept, and never enlarged. Default 320: the size the
   * features were chosen at. `Infinity` keeps every pixel.
   */
  readonly maxSidePx?: number;
  /** After this the decoder stops at its next chance. What must stop at once has to run in a process that can be killed. */
  readonly timeoutMs?: number;
}

export const defaultMaxSidePx = 320;
export const defaultDecodeTimeoutMs = 4_000;

/** Transparency is shown on white, as shops and viewers do. */
const background = '#ffffff';

/**
 * Decodes a picture to 8-bit sRGB on white, fitted inside `maxSidePx`.
 *
 * Pictures with the same pixels give the same raster to the bit, whichever lossless container holds them: all take the
 * same path through the same scaler. Only JPEG and lossy WebP may be shrunk while being decoded.
 *
 * @param bytes   the whole file.
 * @param header  what `checkPicture` read from the same bytes; its limits have been checked.
 */
export async function decodePicture(
  bytes: Uint8Array,
  header: PictureHeader,
  options: DecodeOptions = {},
): Promise<Result<Raster, DecodeFailure>> {
  const { maxSidePx = defaultMaxSidePx, timeoutMs = defaultDecodeTimeoutMs } = options;
  const settings: ScaleSettings = { maxSidePx, timeoutMs, shrinkWhileDecoding: !header.lossless };
  if (isLibvipsFormat(header.format)) {
    return decodeWithLibvips(bytes, header, settings);
  }
  const pixels = header.format === 'bmp' ? readBmp(bytes) : readPnm(bytes);
  return pixels.ok ? scale(openRaw(pixels.value), pixels.value.order, settings) : pixels;
}

interface ScaleSettings {
  readonly maxSidePx: number;
  readonly timeoutMs: number;
  readonly shrinkWhileDecoding: boolean;
}

async function decodeWithLibvips(
  bytes: Uint8Array,
  header: PictureHeader,
  settings: ScaleSettings,
): Promise<Result<Raster, DecodeFailure>> {
  const decode = (source: Uint8Array, strictness: Strictness): Promise<Result<Raster, DecodeFailure>> =>
    scale(openEncoded(source, strictness), 'rgb', settings);
  const decoded = await decode(bytes, 'error');
  const completed = decoded.ok || header.format !== 'jpeg' ? undefined : withEndMarker(bytes);
  // A JPEG that lacks only its end marker is whole; one that lacks pixels makes the strict decoder complain.
  const repaired = completed === undefined ? decoded : await decode(completed, 'warning');
  return repaired.ok ? repaired : decoded;
}

async function scale(
  source: Sharp,
  order: RawPixels['order'],
  settings: ScaleSettings,
): Promise<Result<Raster, DecodeFailure>> {
  const fitted = Number.isFinite(settings.maxSidePx)
    ? source.resize(settings.maxSidePx, settings.maxSidePx, {
        fit: 'inside',
        withoutEnlargement: true,
        fastShrinkOnLoad: settings.shrinkWhileDecoding,
      })
    : source;
  try {
    const { data, info } = await fitted
      .timeout({ seconds: Math.max(1, Math.ceil(settings.timeoutMs / 1_000)) })
      .flatten({ background })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const colour = info.channels === 3 ? data : spreadGrey(data, info.channels);
    return {
      ok: true,
      value: { width: info.width, height: info.height, data: order === 'rgb' ? colour : swapRedAndBlue(colour) },
    };
  } catch (error) {
    return { ok: false, failure: decodeFailureOf(error, settings.timeoutMs) };
  }
}

/** Grey, or grey with leftover alpha, as three equal channels. */
function spreadGrey(grey: Uint8Array, channels: number): Uint8Array {
  const colour = new Uint8Array((grey.length / channels) * 3);
  for (let pixel = 0; pixel * 3 < colour.length; pixel += 1) {
    colour.fill(grey[pixel * channels] ?? 0, pixel * 3, pixel * 3 + 3);
  }
  return colour;
}

function swapRedAndBlue(colour: Uint8Array): Uint8Array {
  for (let at = 0; at + 2 < colour.length; at += 3) {
    const red = colour[at + 2] ?? 0;
    colour[at + 2] = colour[at] ?? 0;
    colour[at] = red;
  }
  return colour;
}
