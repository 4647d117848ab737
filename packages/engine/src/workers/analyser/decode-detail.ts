import { halveRaster } from '../../features/halve-raster.ts';
import { releasePixels } from '../../ingest/release-pixels.ts';
import type { Decoded, DecodeOptions, HeadedFile, PictureDecoder } from '../../ingest/picture-decoder.ts';
import { decodeView } from '../../ingest/show-pixels.ts';
import type { Raster } from '../../raster.ts';
import { detailSide, isHalf } from '../../score/difference/detail-side.ts';

/**
 * Decodes a view of a picture in the detail in which it is laid over another. Where that is just half of it, all of it is
 * decoded and halved here: the decoder's scaler takes longer for that than for the decoding.
 */
export async function decodeDetail(
  decoder: Pick<PictureDecoder, 'decodePixels' | 'fitColour'>,
  file: HeadedFile,
  view: Pick<DecodeOptions, 'frame' | 'ground'> = {},
): Decoded<Raster> {
  if (!isHalf(file.header)) return decodeView(decoder, file, { maxSidePx: detailSide(file.header), ...view });
  const whole = await decodeView(decoder, file, { maxSidePx: Number.POSITIVE_INFINITY, ...view });
  if (!whole.ok) return whole;
  const value = halveRaster(whole.value);
  releasePixels(file, whole.value.data);
  return { ok: true, value };
}
