import { halveRaster } from '../../features/halve-raster.ts';
import { lumaOf } from '../../features/luma.ts';
import { shrinkLuma } from '../../features/shrink-luma.ts';
import { decodeHalfLuma } from '../../ingest/jpeg/decode-half-luma.ts';
import { releasePixels } from '../../ingest/release-pixels.ts';
import type { Decoded, DecodeOptions, HeadedFile, PictureDecoder } from '../../ingest/picture-decoder.ts';
import { decodeView } from '../../ingest/show-pixels.ts';
import type { LumaPlane } from '../../raster.ts';
import { detailSide, isAtMostHalf, isHalf } from '../../score/difference/detail-side.ts';

type Decoder = Pick<PictureDecoder, 'decodePixels' | 'fitColour'>;
type View = Pick<DecodeOptions, 'frame' | 'ground'>;

/**
 * Decodes the brightness of a view of a picture, in the detail in which it is laid over another. Where that is half of a
 * plainly coded JPEG, or less, colours are not decoded, and means of 2 × 2 come right out of the coefficients.
 */
export async function decodeDetail(decoder: Decoder, file: HeadedFile, view: View = {}): Decoded<LumaPlane> {
  const { header, bytes } = file;
  const half = header.format === 'jpeg' && isAtMostHalf(header) ? decodeHalfLuma(bytes) : undefined;
  if (half !== undefined) return { ok: true, value: shrunk(half, detailSide(header)) };
  if (isHalf(header)) return decodeAndHalve(decoder, file, view);
  return decodeWhole(decoder, file, { maxSidePx: detailSide(header), ...view });
}

/** Shrinks to a long side, halving first: the kernel weighs two samples, the means of which a half is. */
function shrunk(plane: LumaPlane, side: number): LumaPlane {
  const longSide = Math.max(plane.width, plane.height);
  if (longSide <= side) return plane;
  const to = Math.max(side, longSide >> 1);
  const sized = (length: number): number => Math.max(2, Math.round((length * to) / longSide));
  return shrunk(shrinkLuma(plane, sized(plane.width), sized(plane.height)), side);
}

async function decodeWhole(decoder: Decoder, file: HeadedFile, options: DecodeOptions): Decoded<LumaPlane> {
  const whole = await decodeView(decoder, file, options);
  if (!whole.ok) return whole;
  const value = lumaOf(whole.value);
  releasePixels(file, whole.value.data);
  return { ok: true, value };
}

/** All of a picture is decoded and halved here: the decoder's scaler takes longer for that than for the decoding. */
async function decodeAndHalve(decoder: Decoder, file: HeadedFile, view: View): Decoded<LumaPlane> {
  const whole = await decodeView(decoder, file, { maxSidePx: Number.POSITIVE_INFINITY, ...view });
  if (!whole.ok) return whole;
  const value = lumaOf(halveRaster(whole.value));
  releasePixels(file, whole.value.data);
  return { ok: true, value };
}
