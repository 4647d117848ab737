import type { BeginStage } from '../features/begin-stage.ts';
import { extractFeatures } from '../features/extract-features.ts';
import type { FeatureSet } from '../features/feature-set.ts';
import type { Raster } from '../raster.ts';
import { ensureModel } from './ensure-model.ts';
import { openNetwork } from './open-network.ts';
import { defaultModelDirectory } from './package-folder.ts';

export interface ExtractorOptions {
  /** Where the network's file lies, or is put on first use from a checkout. Default: `model` in the engine package. */
  readonly modelDirectory?: string;
  /** Threads for one picture's network pass, ≥ 1. Results do not depend on it. Default 1. */
  readonly threads?: number;
  /** Hears of the stages of every extraction. */
  readonly beginStage?: BeginStage | undefined;
}

/** Turns rasters into feature sets. Open it once, use it for every picture; calls may overlap. */
export interface Extractor {
  /**
   * @param raster  fit inside 320 px a side, sRGB, flattened on white.
   * @returns       features that do not depend on thread count, run or process.
   */
  extract(raster: Raster): Promise<FeatureSet>;
  /** Frees the network's memory; `extract` must not be called after it. */
  release(): Promise<void>;
}

/**
 * Opens the default model.
 * @failure ModelUnavailableError when the network is neither there nor can be built.
 */
export async function openExtractor(options: ExtractorOptions = {}): Promise<Extractor> {
  const model = await ensureModel(options.modelDirectory ?? defaultModelDirectory());
  const network = await openNetwork(model, options.threads ?? 1);
  return {
    extract: (raster) => extractFeatures(raster, network, options.beginStage),
    release: () => network.release(),
  };
}
