import type { Sharp } from 'sharp';
import type { Raster } from '../raster.ts';
import type { Result } from '../result.ts';
import { decodeFailureOf } from './decode-failure.ts';
import { openRaw } from './hardened-sharp.ts';
import type { DecodeFailure } from './ingest-failure.ts';
import type { RawPixels } from './raw-pixels.ts';

/** What the last steps need to know. */
export interface RenderSettings {
  readonly maxSidePx: number;
  readonly timeoutMs: number;
}

/** Transparency is shown on white, as shops and viewers do. */
const background = '#ffffff';

/** Shrinks to fit a square; `Infinity` leaves the size alone. */
export function fitSize(source: Sharp, maxSidePx: number): Sharp {
  const isWhole = !Number.isFinite(maxSidePx);
  return isWhole ? source : source.resize(maxSidePx, maxSidePx, { fit: 'inside', withoutEnlargement: true });
}

/** Runs a pipeline to a raster: on white, sRGB, 8 bits. */
export async function finishRaster(source: Sharp, timeoutMs: number): Promise<Result<Raster, DecodeFailure>> {
  try {
    const { data, info } = await source
      .timeout({ seconds: Math.max(1, Math.ceil(timeoutMs / 1_000)) })
      .flatten({ background })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const colour = info.channels === 3 ? data : spreadGrey(data, info.channels);
    return { ok: true, value: { width: info.width, height: info.height, data: colour } };
  } catch (error) {
    return { ok: false, failure: decodeFailureOf(error, timeoutMs) };
  }
}

/** Fits full-size pixels. The scaler always starts from three channels in memory, so equal pixels give equal rasters. */
export async function fitPixels(pixels: RawPixels, settings: RenderSettings): Promise<Result<Raster, DecodeFailure>> {
  const colour = toColour(pixels);
  const { width, height } = pixels;
  const isFitting = Math.max(width, height) <= settings.maxSidePx;
  const fitted: Result<Raster, DecodeFailure> = isFitting
    ? { ok: true, value: { width, height, data: colour } }
    : await finishRaster(
        fitSize(openRaw({ ...pixels, channels: 3, data: colour }), settings.maxSidePx),
        settings.timeoutMs,
      );
  return fitted.ok && pixels.order === 'bgr'
    ? { ok: true, value: { ...fitted.value, data: withRedFirst(fitted.value.data) } }
    : fitted;
}

/** Shrinks a raster to fit a square; one that fits is returned as it is. */
export async function shrinkRaster(raster: Raster, settings: RenderSettings): Promise<Result<Raster, DecodeFailure>> {
  return fitPixels({ ...raster, channels: 3, order: 'rgb' }, settings);
}

/** Three channels: grey is spread, alpha is laid on white with the scaler's own rounding. */
function toColour(pixels: RawPixels): Uint8Array {
  switch (pixels.channels) {
    case 1:
      return spreadGrey(pixels.data, 1);
    case 3:
      return pixels.data;
    case 4:
      return onWhite(pixels.data);
  }
}

/** Rounded down like `vips_flatten`, so that a bitmap and a PNG of the same pixels agree. */
function onWhite(colourAndAlpha: Uint8Array): Uint8Array {
  const colour = new Uint8Array((colourAndAlpha.length / 4) * 3);
  for (let from = 0, to = 0; from < colourAndAlpha.length; from += 4, to += 3) {
    const alpha = colourAndAlpha[from + 3] ?? 0;
    const white = 255 * (255 - alpha);
    colour[to] = dividedBy255((colourAndAlpha[from] ?? 0) * alpha + white);
    colour[to + 1] = dividedBy255((colourAndAlpha[from + 1] ?? 0) * alpha + white);
    colour[to + 2] = dividedBy255((colourAndAlpha[from + 2] ?? 0) * alpha + white);
  }
  return colour;
}

/** Whole quotient for 0 – 65,534; twice as quick as a division, which would make floating-point numbers. */
function dividedBy255(value: number): number {
  return (value + 1 + (value >> 8)) >> 8;
}

/** Grey samples, every `channels`-th of the data, as three equal channels. */
function spreadGrey(grey: Uint8Array, channels: number): Uint8Array {
  const colour = new Uint8Array((grey.length / channels) * 3);
  for (let pixel = 0; pixel * 3 < colour.length; pixel += 1) {
    const sample = grey[pixel * channels] ?? 0;
    colour[pixel * 3] = sample;
    colour[pixel * 3 + 1] = sample;
    colour[pixel * 3 + 2] = sample;
  }
  return colour;
}

function withRedFirst(blueFirst: Uint8Array): Uint8Array {
  const colour = new Uint8Array(blueFirst.length);
  for (let at = 0; at + 2 < colour.length; at += 3) {
    colour[at] = blueFirst[at + 2] ?? 0;
    colour[at + 1] = blueFirst[at + 1] ?? 0;
    colour[at + 2] = blueFirst[at] ?? 0;
  }
  return colour;
}
