import { halveRaster } from '../../features/halve-raster.ts';
import { lumaOf } from '../../features/luma.ts';
import { decodeHalfLuma } from '../../ingest/jpeg-luma/decode-half-luma.ts';
import { releasePixels } from '../../ingest/release-pixels.ts';
import type { Decoded, DecodeOptions, HeadedFile, PictureDecoder } from '../../ingest/picture-decoder.ts';
import { decodeView } from '../../ingest/show-pixels.ts';
import type { LumaPlane } from '../../raster.ts';
import { detailSide, isHalf } from '../../score/difference/detail-side.ts';

type Decoder = Pick<PictureDecoder, 'decodePixels' | 'fitColour'>;
type View = Pick<DecodeOptions, 'frame' | 'ground'>;

/**
 * Decodes the brightness of a view of a picture, in the detail in which it is laid over another. Where that is just half
 * of a plainly coded JPEG, colours are not decoded, and means of 2 × 2 come right out of the coefficients.
 */
export async function decodeDetail(decoder: Decoder, file: HeadedFile, view: View = {}): Decoded<LumaPlane> {
  const { header, bytes } = file;
  if (!isHalf(header)) return decodeWhole(decoder, file, { maxSidePx: detailSide(header), ...view });
  const half = header.format === 'jpeg' ? decodeHalfLuma(bytes) : undefined;
  return half === undefined ? decodeAndHalve(decoder, file, view) : { ok: true, value: half };
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
