import type { PictureHeader } from '@semblance/picture';
import type { Raster } from '../raster.ts';
import type { Result } from '../result.ts';
import { readBmp } from './bmp/read-bmp.ts';
import { isLibvipsFormat, openEncoded } from './hardened-sharp.ts';
import type { Strictness } from './hardened-sharp.ts';
import type { DecodeFailure } from './ingest-failure.ts';
import { withEndMarker } from './jpeg-end-marker.ts';
import { padToCanvas } from './pad-to-canvas.ts';
import { readPnm } from './pnm/read-pnm.ts';
import type { RawPixels } from './raw-pixels.ts';
import { finishRaster, fitPixels, fitSize } from './render.ts';
import type { RenderSettings } from './render.ts';

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

type Decoding = Promise<Result<Raster, DecodeFailure>>;

/**
 * Decodes a picture to 8-bit sRGB on white, fitted inside `maxSidePx`.
 *
 * Pictures with the same pixels give the same raster to the bit, whichever lossless container holds them: each is
 * brought to the same full-size RGB pixels first, and only those are scaled. (A scaler that reads from a decoder works
 * in strips of the decoder's height, and rounds differently at their edges.) JPEG and lossy WebP are shrunk while being
 * decoded, which is several times faster.
 *
 * @param bytes   the whole file.
 * @param header  what `checkPicture` read from the same bytes; its limits have been checked.
 */
export function decodePicture(bytes: Uint8Array, header: PictureHeader, options: DecodeOptions = {}): Decoding {
  const { maxSidePx = defaultMaxSidePx, timeoutMs = defaultDecodeTimeoutMs } = options;
  const settings: RenderSettings = { maxSidePx, timeoutMs };
  if (header.format === 'jpeg') {
    return decodeJpeg(bytes, settings);
  }
  return header.lossless
    ? decodeLossless(bytes, header, settings)
    : finishRaster(fitSize(openEncoded(bytes), maxSidePx), timeoutMs);
}

async function decodeLossless(bytes: Uint8Array, header: PictureHeader, settings: RenderSettings): Decoding {
  if (isLibvipsFormat(header.format)) {
    const whole = await finishRaster(openEncoded(bytes), settings.timeoutMs);
    if (!whole.ok) {
      return whole;
    }
    const picture = header.format === 'gif' ? padToCanvas(whole.value, header) : whole.value;
    return fitPixels({ ...picture, channels: 3, order: 'rgb' }, settings);
  }
  const pixels: Result<RawPixels, DecodeFailure> = header.format === 'bmp' ? readBmp(bytes) : readPnm(bytes);
  return pixels.ok ? fitPixels(pixels.value, settings) : pixels;
}

/** A JPEG that lacks only its end marker is whole; one that lacks pixels makes the strict decoder complain. */
async function decodeJpeg(bytes: Uint8Array, settings: RenderSettings): Decoding {
  const decode = (source: Uint8Array, strictness: Strictness): Decoding =>
    finishRaster(fitSize(openEncoded(source, strictness), settings.maxSidePx), settings.timeoutMs);
  const decoded = await decode(bytes, 'error');
  const completed = decoded.ok ? undefined : withEndMarker(bytes);
  const repaired = completed === undefined ? decoded : await decode(completed, 'warning');
  return repaired.ok ? repaired : decoded;
}
