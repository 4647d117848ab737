import type { Sharp } from 'sharp';
import type { Raster } from '../raster.ts';
import type { Result } from '../result.ts';
import { decodeFailureOf } from './decode-failure.ts';
import { openRaw } from './hardened-sharp.ts';
import type { DecodeFailure } from './ingest-failure.ts';
import type { ColourPixels, RenderSettings } from './picture-decoder.ts';
import { spreadGrey } from './raw-pixels.ts';
import type { RawPixels } from './raw-pixels.ts';

/** Shrinks to fit a square; `Infinity` keeps the size. */
export function fitSize(source: Sharp, maxSidePx: number): Sharp {
  const isWhole = !Number.isFinite(maxSidePx);
  return isWhole ? source : source.resize(maxSidePx, maxSidePx, { fit: 'inside', withoutEnlargement: true });
}

/** Runs a pipeline to pixels: sRGB, 8 bits, alpha unchanged. */
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

/** Shrinks a raster to fit a square; one that fits is returned unchanged. */
export async function shrinkRaster(raster: Raster, settings: RenderSettings): Promise<Result<Raster, DecodeFailure>> {
  const fitted = await fitColour({ ...raster, channels: 3, order: 'rgb' }, settings);
  if (!fitted.ok) return fitted;
  const { width, height, data } = fitted.value;
  return { ok: true, value: { width, height, data } };
}

/** Shrinks pixels to fit a square; those that fit are returned unchanged. */
export async function fitColour(
  pixels: ColourPixels,
  { maxSidePx, timeoutMs }: RenderSettings,
): Promise<Result<RawPixels, DecodeFailure>> {
  if (Math.max(pixels.width, pixels.height) <= maxSidePx) return { ok: true, value: pixels };
  return finishPixels(fitSize(openRaw(pixels), maxSidePx), timeoutMs);
}
