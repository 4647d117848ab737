import { builtInProfile } from '../../config/built-in-profile.ts';
import { untimed } from '../../features/begin-stage.ts';
import type { BeginStage } from '../../features/begin-stage.ts';
import { libvipsDecoder } from '../../ingest/libvips-decoder.ts';
import { openExtractor } from '../../model/open-extractor.ts';
import type { Extractor } from '../../model/open-extractor.ts';
import { openOwnModel } from '../../model/own/open-own-model.ts';
import type { OwnModel } from '../../model/own/open-own-model.ts';
import type { Result } from '../../result.ts';
import type { Analyser, AnalyserOptions, AnalysisFailure, CheckedPicture } from '../../compare/analyser.ts';
import { analyseViews, builtInAnalyser, factsOf } from './built-in-analyser.ts';
import type { Analysis } from './built-in-analyser.ts';
import { decodeForModel } from './decode-for-model.ts';
import { ProfileError, readProfiles } from './read-profiles.ts';

/**
 * Opens the built-in analyser: decoders, embedded network, colour and local features; and the custom models.
 * @failure throws when a model cannot be opened.
 */
export async function createAnalyser({ threads, profiles = [], beginStage }: AnalyserOptions): Promise<Analyser> {
  const extractor = await openExtractor({ threads, beginStage });
  const builtIn = builtInAnalyser(libvipsDecoder, extractor, beginStage);
  const ownModels = new Map<string, OwnModel>();
  for (const { name, manifest } of await readProfiles(profiles)) {
    const opened = await openOwnModel(manifest, { threads });
    if (!opened.ok) throw new ProfileError(name, opened.failure);
    ownModels.set(name, opened.value);
  }
  return {
    analyse: async (task) => {
      const own = ownModels.get(task.profile);
      if (own !== undefined) return analyseOwn(task, own, { extractor, beginStage });
      return task.profile === builtInProfile ? builtIn.analyse(task) : unknownProfile(task.profile);
    },
    equalPixels: builtIn.equalPixels,
    measureDifference: builtIn.measureDifference,
    release: async () => {
      await builtIn.release();
      for (const model of ownModels.values()) await model.release();
    },
  };
}

/** Profiles change with a restart only: one that a reload has brought must not be answered by another. */
function unknownProfile(profile: string): Result<never, AnalysisFailure> {
  const cause = `there is no profile ${profile} yet: a change of profiles takes a restart`;
  return { ok: false, failure: { reason: 'features-invalid', cause } };
}

interface OwnParts {
  readonly extractor: Extractor;
  readonly beginStage: BeginStage | undefined;
}

async function analyseOwn(
  picture: CheckedPicture,
  own: OwnModel,
  { extractor, beginStage = untimed }: OwnParts,
): Analysis {
  const decoded = await decodeForModel(picture, own.manifest.input).finally(beginStage('decode'));
  if (!decoded.ok) return decoded;
  const { views, isEmpty } = decoded.value;
  return analyseViews(views, factsOf(picture.header, isEmpty), async ({ detailed, small, ...name }) => {
    const embedding = await own.embed(detailed).finally(beginStage('network'));
    if (!embedding.ok) return { ok: false, failure: { reason: 'features-invalid', cause: embedding.failure } };
    const features = { embedding: embedding.value, builtIn: await extractor.extract(small) };
    return { ok: true, value: { ...name, features, raster: small } };
  });
}
