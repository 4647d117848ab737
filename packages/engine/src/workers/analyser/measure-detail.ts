import type { PictureDecoder } from '../../ingest/picture-decoder.ts';
import { decodeView } from '../../ingest/show-pixels.ts';
import type { Raster } from '../../raster.ts';
import type { Result } from '../../result.ts';
import { detailSide } from '../../score/difference/detail-side.ts';
import { measureDifference } from '../../score/difference/difference.ts';
import type { MeasuredDifference } from '../../score/difference/difference-evidence.ts';
import type { AnalysisFailure, DetailTask, DifferenceOptions } from '../../compare/analyser.ts';

function decodeDetail(
  decoder: PictureDecoder,
  { bytes, header, view }: DetailTask,
): Promise<Result<Raster, AnalysisFailure>> {
  return decodeView(decoder, { bytes, header }, { maxSidePx: detailSide(header), ...view });
}

/**
 * Decodes two pictures in detail and lays one over the other. The detail is not kept beside the features: the pictures
 * come with every request, and few pairs are worth it.
 */
export async function measureDetail(
  decoder: PictureDecoder,
  { first, second }: { readonly first: DetailTask; readonly second: DetailTask },
  options: DifferenceOptions,
): Promise<Result<MeasuredDifference | undefined, AnalysisFailure>> {
  const [one, two] = await Promise.all([decodeDetail(decoder, first), decodeDetail(decoder, second)]);
  if (!one.ok) return one;
  if (!two.ok) return two;
  const details = [one.value, two.value] as const;
  return { ok: true, value: measureDifference({ features: [first.features, second.features], details, ...options }) };
}
