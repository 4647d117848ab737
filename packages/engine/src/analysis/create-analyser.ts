import { decodePicture } from '../ingest/decode.ts';
import { haveEqualPixels } from '../ingest/pixel-identity.ts';
import { openExtractor, type Extractor } from '../model/open-extractor.ts';
import { openOwnModel, type OwnModel } from '../model/own/open-own-model.ts';
import type { Raster } from '../raster.ts';
import type { Result } from '../result.ts';
import type { AnalysedPicture, Analyser, AnalyserOptions, AnalysisFailure } from './analyser.ts';
import { readProfiles } from './read-profiles.ts';

/**
 * Opens the built-in analyser: decoders, embedded network, colour and local features; and the models of the team's own.
 * @failure throws when a model cannot be opened.
 */
export async function createAnalyser({ threads, profiles = [] }: AnalyserOptions): Promise<Analyser> {
  const extractor = await openExtractor({ threads });
  const ownModels = new Map<string, OwnModel>();
  for (const { name, manifest } of await readProfiles(profiles)) {
    const opened = await openOwnModel(manifest, { threads });
    if (!opened.ok) throw new Error(`profile ${name}: ${opened.failure}`);
    ownModels.set(name, opened.value);
  }
  return {
    analyse: async ({ bytes, header, profile }) => {
      const decoded = await decodePicture(bytes, header);
      return decoded.ok ? extract(decoded.value, extractor, ownModels.get(profile)) : decoded;
    },
    equalPixels: haveEqualPixels,
    release: async () => {
      await extractor.release();
      for (const model of ownModels.values()) await model.release();
    },
  };
}

async function extract(
  raster: Raster,
  extractor: Extractor,
  own: OwnModel | undefined,
): Promise<Result<AnalysedPicture, AnalysisFailure>> {
  if (own === undefined) return { ok: true, value: { features: await extractor.extract(raster), raster } };
  const embedding = await own.embed(raster);
  if (embedding.ok) return { ok: true, value: { features: { embedding: embedding.value }, raster } };
  return { ok: false, failure: { reason: 'features-invalid', privateDetail: embedding.failure } };
}
