import { untimed } from '../../features/begin-stage.ts';
import type { BeginStage } from '../../features/begin-stage.ts';
import type { PictureDecoder } from '../../ingest/picture-decoder.ts';
import { releasePixels } from '../../ingest/release-pixels.ts';
import type { Result } from '../../result.ts';
import { measureDifference } from '../../score/difference/difference.ts';
import type { MeasuredDifference } from '../../score/difference/difference-evidence.ts';
import type { AnalysisFailure, DetailTask, DifferenceOptions } from '../../compare/analyser.ts';
import { decodeDetail } from './decode-detail.ts';

/**
 * Decodes two pictures in detail and lays one over the other. The detail is not kept beside the features: the pictures
 * come with every request, and few pairs are worth it.
 */
export async function measureDetail(
  decoder: PictureDecoder,
  { first, second }: { readonly first: DetailTask; readonly second: DetailTask },
  { beginStage = untimed, ...options }: DifferenceOptions & { readonly beginStage?: BeginStage },
): Promise<Result<MeasuredDifference | undefined, AnalysisFailure>> {
  const both = Promise.all([decodeDetail(decoder, first, first.view), decodeDetail(decoder, second, second.view)]);
  const [one, two] = await both.finally(beginStage('detail'));
  if (!one.ok) return one;
  if (!two.ok) return two;
  const details = [one.value, two.value] as const;
  const colours = [first.raster, second.raster] as const;
  const value = measureDifference({ features: [first.features, second.features], details, colours, ...options });
  releasePixels(first, one.value.data);
  releasePixels(second, two.value.data);
  return { ok: true, value };
}
