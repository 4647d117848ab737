import type { FeatureSet } from '../features/feature-set.ts';
import { decodePicture } from '../ingest/decode.ts';
import type { ViewName } from '../ingest/decode-views.ts';
import type { Result } from '../result.ts';
import { detailSide } from '../score/difference/detail-side.ts';
import { measureDifference } from '../score/difference/difference.ts';
import type { MeasuredDifference } from '../score/difference/difference-evidence.ts';
import type { AnalysisFailure, CheckedPicture } from './analyser.ts';

/** A view of a picture that is to be laid over another. */
export interface DetailTask extends CheckedPicture {
  readonly view: ViewName;
  /** The built-in features of that view. */
  readonly features: FeatureSet;
}

/**
 * Decodes two pictures in detail and lays one over the other. The detail is not kept beside the features: the pictures
 * come with every request, and few pairs are worth it.
 */
export async function measureDetail(
  first: DetailTask,
  second: DetailTask,
): Promise<Result<MeasuredDifference, AnalysisFailure>> {
  const decoded = await Promise.all(
    [first, second].map(({ bytes, header, view }) =>
      decodePicture(bytes, header, { maxSidePx: detailSide(header), ...view }),
    ),
  );
  const [one, two] = decoded;
  if (one?.ok !== true) return one ?? unreadable;
  if (two?.ok !== true) return two ?? unreadable;
  const details = [one.value, two.value] as const;
  return { ok: true, value: measureDifference({ features: [first.features, second.features], details }) };
}
