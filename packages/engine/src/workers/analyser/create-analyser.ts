import type { PictureHeader } from '@semblance/picture';
import { builtInProfile } from '../../config/built-in-profile.ts';
import { decodeViews } from '../../ingest/decode-views.ts';
import { haveEqualPixels } from '../../ingest/pixel-identity.ts';
import { readableFrames } from '../../ingest/representative-frames.ts';
import { openExtractor } from '../../model/open-extractor.ts';
import type { Extractor } from '../../model/open-extractor.ts';
import { openOwnModel } from '../../model/own/open-own-model.ts';
import type { OwnModel } from '../../model/own/open-own-model.ts';
import type { Result } from '../../result.ts';
import type {
  AnalysedPicture,
  Analyser,
  AnalyserOptions,
  AnalysisFailure,
  CheckedPicture,
  PictureView,
} from '../../compare/analyser.ts';
import { decodeForModel } from './decode-for-model.ts';
import { measureDetail } from './measure-detail.ts';
import { ProfileError, readProfiles } from './read-profiles.ts';

/**
 * Opens the built-in analyser: decoders, embedded network, colour and local features; and the models of the team's own.
 * @failure throws when a model cannot be opened.
 */
export async function createAnalyser({ threads, profiles = [] }: AnalyserOptions): Promise<Analyser> {
  const extractor = await openExtractor({ threads });
  const ownModels = new Map<string, OwnModel>();
  for (const { name, manifest } of await readProfiles(profiles)) {
    const opened = await openOwnModel(manifest, { threads });
    if (!opened.ok) throw new ProfileError(name, opened.failure);
    ownModels.set(name, opened.value);
  }
  return {
    analyse: async (task) => {
      const own = ownModels.get(task.profile);
      if (own !== undefined) return analyseOwn(task, own, extractor);
      return task.profile === builtInProfile ? analyseBuiltIn(task, extractor) : unknownProfile(task.profile);
    },
    equalPixels: haveEqualPixels,
    measureDifference: measureDetail,
    release: async () => {
      await extractor.release();
      for (const model of ownModels.values()) await model.release();
    },
  };
}

/** Profiles change with a restart only: one that a reload has brought must not be answered by another. */
function unknownProfile(profile: string): Result<never, AnalysisFailure> {
  const privateDetail = `there is no profile ${profile} yet: a change of profiles takes a restart`;
  return { ok: false, failure: { reason: 'features-invalid', privateDetail } };
}

function factsOf(header: PictureHeader, isEmpty: boolean): Omit<AnalysedPicture, 'views'> {
  const { frameCount } = header;
  return { isEmpty, frameCount, isDefaultImageOnly: frameCount > 1 && readableFrames(header) === 1 };
}

type Analysis = Promise<Result<AnalysedPicture, AnalysisFailure>>;

async function analyseBuiltIn({ bytes, header }: CheckedPicture, extractor: Extractor): Analysis {
  const decoded = await decodeViews(bytes, header);
  if (!decoded.ok) return decoded;
  const { views, isEmpty } = decoded.value;
  return viewsOf(views, factsOf(header, isEmpty), async (view) => ({
    ok: true,
    value: { ...view, features: await extractor.extract(view.raster) },
  }));
}

async function analyseOwn(picture: CheckedPicture, own: OwnModel, extractor: Extractor): Analysis {
  const decoded = await decodeForModel(picture, own.manifest.input);
  if (!decoded.ok) return decoded;
  const { views, isEmpty } = decoded.value;
  return viewsOf(views, factsOf(picture.header, isEmpty), async ({ detailed, small, ...name }) => {
    const embedding = await own.embed(detailed);
    if (!embedding.ok) return { ok: false, failure: { reason: 'features-invalid', privateDetail: embedding.failure } };
    const features = { embedding: embedding.value, builtIn: await extractor.extract(small) };
    return { ok: true, value: { ...name, features, raster: small } };
  });
}

/** Every view analysed, one after the other: they are few, and one picture takes one place at a time. */
async function viewsOf<Decoded>(
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
