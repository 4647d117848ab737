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
  const colour = await toColour(pixels, settings.timeoutMs);
  if (!colour.ok) {
    return colour;
  }
  const { width, height } = pixels;
  const isFitting = Math.max(width, height) <= settings.maxSidePx;
  const fitted: Result<Raster, DecodeFailure> = isFitting
    ? { ok: true, value: { width, height, data: colour.value } }
    : await finishRaster(
        fitSize(openRaw({ ...pixels, channels: 3, data: colour.value }), settings.maxSidePx),
        settings.timeoutMs,
      );
  return fitted.ok && pixels.order === 'bgr'
    ? { ok: true, value: { ...fitted.value, data: withRedFirst(fitted.value.data) } }
    : fitted;
}

async function toColour(pixels: RawPixels, timeoutMs: number): Promise<Result<Uint8Array, DecodeFailure>> {
  if (pixels.channels === 4) {
    const flattened = await finishRaster(openRaw(pixels), timeoutMs);
    return flattened.ok ? { ok: true, value: flattened.value.data } : flattened;
  }
  return { ok: true, value: pixels.channels === 3 ? pixels.data : spreadGrey(pixels.data, 1) };
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
