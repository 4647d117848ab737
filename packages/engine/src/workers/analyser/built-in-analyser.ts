import type { PictureHeader } from '@semblance/picture';
import { untimed } from '../../features/begin-stage.ts';
import type { BeginStage } from '../../features/begin-stage.ts';
import type { FeatureSet } from '../../features/feature-set.ts';
import { decodeViews } from '../../ingest/decode-views.ts';
import type { PictureDecoder } from '../../ingest/picture-decoder.ts';
import { haveEqualPixels } from '../../ingest/pixel-identity.ts';
import { readableFrames } from '../../ingest/representative-frames.ts';
import type { Raster } from '../../raster.ts';
import type { Result } from '../../result.ts';
import type { AnalysedPicture, Analyser, AnalysisFailure, PictureView } from '../../compare/analyser.ts';
import { measureDetail } from './measure-detail.ts';

/** What turns rasters into features, and what it holds. */
export interface FeatureExtractor {
  readonly extract: (raster: Raster) => Promise<FeatureSet>;
  readonly release: () => Promise<void>;
}

/** An analysis, or why there is none. */
export type Analysis = Promise<Result<AnalysedPicture, AnalysisFailure>>;

/**
 * The built-in analysis over any decoder and any runtime of the network: the same in a server and in a page.
 * It asks for no profile: whoever has several chooses before.
 */
export function builtInAnalyser(
  decoder: PictureDecoder,
  extractor: FeatureExtractor,
  beginStage: BeginStage = untimed,
): Analyser & Pick<Required<Analyser>, 'measureDifference'> {
  return {
    analyse: async ({ bytes, header }) => {
      const decoded = await decodeViews(decoder, { bytes, header }).finally(beginStage('decode'));
      if (!decoded.ok) return decoded;
      const { views, isEmpty } = decoded.value;
      return analyseViews(views, factsOf(header, isEmpty), async (view) => ({
        ok: true,
        value: { ...view, features: await extractor.extract(view.raster) },
      }));
    },
    equalPixels: (first, second) => haveEqualPixels(decoder, first, second),
    measureDifference: (first, second, options) =>
      measureDetail(decoder, { first, second }, { ...options, beginStage }),
    release: () => extractor.release(),
  };
}

/** What an analysis says of a picture beside its views. */
export function factsOf(header: PictureHeader, isEmpty: boolean): Omit<AnalysedPicture, 'views'> {
  const { frameCount } = header;
  return { isEmpty, frameCount, isDefaultImageOnly: frameCount > 1 && readableFrames(header) === 1 };
}

/** Every view analysed, one after the other: they are few, and one picture takes one place at a time. */
export async function analyseViews<Decoded>(
  [first, ...others]: readonly [Decoded, ...Decoded[]],
  facts: Omit<AnalysedPicture, 'views'>,
  analyse: (view: Decoded) => Promise<Result<PictureView, AnalysisFailure>>,
): Analysis {
  const view = await analyse(first);
  if (!view.ok) return view;
  const views: [PictureView, ...PictureView[]] = [view.value];
  for (const other of others) {
    const analysed = await analyse(other);
    if (!analysed.ok) return analysed;
    views.push(analysed.value);
  }
  return { ok: true, value: { ...facts, views } };
}
