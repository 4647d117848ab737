import type { PictureFormat, PictureHeader } from '@semblance/picture';
import type { Raster } from '../raster.ts';
import type { Result } from '../result.ts';
import { readBmp } from './bmp/read-bmp.ts';
import { isLibvipsFormat, openEncoded } from './hardened-sharp.ts';
import type { LibvipsFormat, Strictness } from './hardened-sharp.ts';
import type { DecodeFailure } from './ingest-failure.ts';
import { decodeFitted } from './jpeg/decode-fitted.ts';
import { withEndMarker } from './jpeg-end-marker.ts';
import { padToCanvas } from './pad-to-canvas.ts';
import { defaultDecodeTimeoutMs, defaultMaxSidePx } from './picture-decoder.ts';
import type { DecodeOptions, PixelOptions } from './picture-decoder.ts';
import { readPnm } from './pnm/read-pnm.ts';
import type { RawPixels } from './raw-pixels.ts';
import { finishPixels, fitColour, fitSize } from './render.ts';
import { decodeView } from './show-pixels.ts';

type Decoding = Promise<Result<RawPixels, DecodeFailure>>;

/** Readers of this project: one for every format that libvips does not decode. */
const ownReaders: Readonly<
  Record<Exclude<PictureFormat, LibvipsFormat>, (bytes: Uint8Array) => Result<RawPixels, DecodeFailure>>
> = { bmp: readBmp, ppm: readPnm };

/**
 * Decodes a picture to 8-bit sRGB on a ground, fitted inside `maxSidePx`.
 *
 * Equal pixels give equal rasters to the bit, in any lossless container: each picture is first decoded to full-size RGB pixels, and only
 * those are scaled. (A scaler that reads from a decoder works in strips of the decoder's height and rounds differently at their edges.)
 * JPEG and lossy WebP are shrunk while being decoded, which is several times faster.
 *
 * @param bytes   the whole file.
 * @param header  the result of `checkPicture` for the same bytes, within the limits.
 */
export async function decodePicture(
  bytes: Uint8Array,
  header: PictureHeader,
  options: DecodeOptions = {},
): Promise<Result<Raster, DecodeFailure>> {
  return decodeView({ decodePixels, fitColour }, { bytes, header }, options);
}

/**
 * Decodes one frame to pixels with their alpha: at full size from lossless formats, fitted inside `maxSidePx` from the
 * others.
 */
export function decodePixels(bytes: Uint8Array, header: PictureHeader, options: PixelOptions = {}): Decoding {
  const { maxSidePx = defaultMaxSidePx, timeoutMs = defaultDecodeTimeoutMs, frame = 0 } = options;
  if (header.format === 'jpeg') return decodeJpeg(bytes, { maxSidePx, timeoutMs });
  return header.lossless
    ? decodeLossless(bytes, header, { frame, timeoutMs })
    : finishPixels(fitSize(openEncoded(bytes, { frame }), maxSidePx), timeoutMs);
}

async function decodeLossless(
  bytes: Uint8Array,
  header: PictureHeader,
  { frame, timeoutMs }: { readonly frame: number; readonly timeoutMs: number },
): Decoding {
  if (!isLibvipsFormat(header.format)) return ownReaders[header.format](bytes);
  const pixels = await finishPixels(openEncoded(bytes, { frame }), timeoutMs);
  const isOnCanvas = header.format === 'gif' && frame === 0;
  return pixels.ok && isOnCanvas ? { ok: true, value: padToCanvas(pixels.value, header) } : pixels;
}

/** Decodes a JPEG: here what is plainly coded, by libvips what is not. One that lacks only its end marker is complete; one that lacks pixels fails in the strict decoder. */
async function decodeJpeg(
  bytes: Uint8Array,
  { maxSidePx, timeoutMs }: { readonly maxSidePx: number; readonly timeoutMs: number },
): Decoding {
  const fitted = decodeFitted(bytes, maxSidePx);
  if (fitted !== undefined) return { ok: true, value: { ...fitted, channels: 3, order: 'rgb' } };
  const decode = (source: Uint8Array, strictness: Strictness): Decoding =>
    finishPixels(fitSize(openEncoded(source, { strictness }), maxSidePx), timeoutMs);
  const decoded = await decode(bytes, 'error');
  const completed = decoded.ok ? undefined : withEndMarker(bytes);
  const repaired = completed === undefined ? decoded : await decode(completed, 'warning');
  return repaired.ok ? repaired : decoded;
}
