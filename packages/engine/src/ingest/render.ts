import type { Sharp } from 'sharp';
import type { Raster } from '../raster.ts';
import type { Result } from '../result.ts';
import { decodeFailureOf } from './decode-failure.ts';
import { layOn } from './ground.ts';
import type { Ground } from './ground.ts';
import { openRaw } from './hardened-sharp.ts';
import type { DecodeFailure } from './ingest-failure.ts';
import { spreadGrey } from './raw-pixels.ts';
import type { RawPixels } from './raw-pixels.ts';

/** What the last steps need to know. */
export interface RenderSettings {
  readonly maxSidePx: number;
  readonly timeoutMs: number;
}

/** Shrinks to fit a square; `Infinity` leaves the size alone. */
export function fitSize(source: Sharp, maxSidePx: number): Sharp {
  const isWhole = !Number.isFinite(maxSidePx);
  return isWhole ? source : source.resize(maxSidePx, maxSidePx, { fit: 'inside', withoutEnlargement: true });
}

/** Runs a pipeline to pixels: sRGB, 8 bits, alpha as it is. */
export async function finishPixels(source: Sharp, timeoutMs: number): Promise<Result<RawPixels, DecodeFailure>> {
  try {
    const { data, info } = await source
      .timeout({ seconds: Math.max(1, Math.ceil(timeoutMs / 1_000)) })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return { ok: true, value: withColour({ width: info.width, height: info.height, channels: info.channels, data }) };
  } catch (error) {
    return { ok: false, failure: decodeFailureOf(error, timeoutMs) };
  }
}

/** Grey becomes colour; what has alpha keeps it. */
function withColour({
  width,
  height,
  channels,
  data,
}: Omit<RawPixels, 'channels' | 'order'> & { channels: 1 | 2 | 3 | 4 }): RawPixels {
  const isGrey = channels === 1 || channels === 2;
  const colour = isGrey ? spreadGrey(data, channels) : data;
  return { width, height, channels: channels === 1 || channels === 3 ? 3 : 4, order: 'rgb', data: colour };
}

/** Where and how pixels are shown. */
export interface ShowSettings extends RenderSettings {
  readonly ground: Ground;
}

/**
 * Lays pixels on a ground and fits them. The scaler always starts from three channels in memory, so equal pixels give
 * equal rasters.
 */
export async function showPixels(pixels: RawPixels, settings: ShowSettings): Promise<Result<Raster, DecodeFailure>> {
  const fitted = await fitColour({ ...pixels, channels: 3, data: layOn(pixels, settings.ground) }, settings);
  if (!fitted.ok) return fitted;
  const { width, height, data } = fitted.value;
  return { ok: true, value: { width, height, data: pixels.order === 'bgr' ? withRedFirst(data) : data } };
}

/** Shrinks a raster to fit a square; one that fits is returned as it is. */
export async function shrinkRaster(raster: Raster, settings: RenderSettings): Promise<Result<Raster, DecodeFailure>> {
  return fitColour({ ...raster, channels: 3, order: 'rgb' }, settings);
}

async function fitColour(
  pixels: RawPixels & { readonly channels: 3 },
  { maxSidePx, timeoutMs }: RenderSettings,
): Promise<Result<Raster, DecodeFailure>> {
  const { width, height, data } = pixels;
  if (Math.max(width, height) <= maxSidePx) return { ok: true, value: { width, height, data } };
  return finishPixels(fitSize(openRaw(pixels), maxSidePx), timeoutMs);
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
