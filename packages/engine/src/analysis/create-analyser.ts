import { builtInProfile } from '../built-in-profile.ts';
import { decodePicture } from '../ingest/decode.ts';
import { haveEqualPixels } from '../ingest/pixel-identity.ts';
import { openExtractor, type Extractor } from '../model/open-extractor.ts';
import { openOwnModel, type OwnModel } from '../model/own/open-own-model.ts';
import type { Result } from '../result.ts';
import type { AnalysedPicture, Analyser, AnalyserOptions, AnalysisFailure, CheckedPicture } from './analyser.ts';
import { decodeForModel } from './decode-for-model.ts';
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
      if (own !== undefined) return analyseOwn(task, own);
      return task.profile === builtInProfile ? analyseBuiltIn(task, extractor) : unknownProfile(task.profile);
    },
    equalPixels: haveEqualPixels,
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

async function analyseBuiltIn(
  { bytes, header }: CheckedPicture,
  extractor: Extractor,
): Promise<Result<AnalysedPicture, AnalysisFailure>> {
  const raster = await decodePicture(bytes, header);
  if (!raster.ok) return raster;
  return { ok: true, value: { features: await extractor.extract(raster.value), raster: raster.value } };
}

async function analyseOwn(picture: CheckedPicture, own: OwnModel): Promise<Result<AnalysedPicture, AnalysisFailure>> {
  const rasters = await decodeForModel(picture, own.manifest.input);
  if (!rasters.ok) return rasters;
  const embedding = await own.embed(rasters.value.detailed);
  if (embedding.ok) {
    return { ok: true, value: { features: { embedding: embedding.value }, raster: rasters.value.small } };
  }
  return { ok: false, failure: { reason: 'features-invalid', privateDetail: embedding.failure } };
}
