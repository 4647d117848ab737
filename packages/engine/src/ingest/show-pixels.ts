import type { Raster } from '../raster.ts';
import { layOn } from './ground.ts';
import { defaultDecodeTimeoutMs, defaultMaxSidePx } from './picture-decoder.ts';
import type { Decoded, DecodeOptions, HeadedFile, PictureDecoder, ShowSettings } from './picture-decoder.ts';
import type { RawPixels } from './raw-pixels.ts';

/** Decodes one frame of a picture, lays it on a ground and fits it inside a square. */
export async function decodeView(
  decoder: Pick<PictureDecoder, 'decodePixels' | 'fitColour'>,
  { bytes, header }: HeadedFile,
  options: DecodeOptions = {},
): Decoded<Raster> {
  const { maxSidePx = defaultMaxSidePx, timeoutMs = defaultDecodeTimeoutMs, ground = 'white' } = options;
  const pixels = await decoder.decodePixels(bytes, header, options);
  return pixels.ok ? showPixels(decoder, pixels.value, { maxSidePx, timeoutMs, ground }) : pixels;
}

/** Lays pixels on a ground and fits them. The scaler always gets three channels in memory, so equal pixels give equal rasters. */
export async function showPixels(
  decoder: Pick<PictureDecoder, 'fitColour'>,
  pixels: RawPixels,
  settings: ShowSettings,
): Decoded<Raster> {
  const colour = { ...pixels, channels: 3, data: layOn(pixels, settings.ground) } as const;
  const fitted = await decoder.fitColour(colour, settings);
  if (!fitted.ok) return fitted;
  const { width, height, data } = fitted.value;
  return { ok: true, value: { width, height, data: pixels.order === 'bgr' ? withRedFirst(data) : data } };
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
