import type { BeginStage } from '../features/begin-stage.ts';
import { extractFeatures } from '../features/extract-features.ts';
import type { FeatureSet } from '../features/feature-set.ts';
import type { Raster } from '../raster.ts';
import { ensureModel } from './ensure-model.ts';
import { openNetwork } from './open-network.ts';
import { defaultModelDirectory } from './package-folder.ts';

export interface ExtractorOptions {
  /** Folder of the network's file, in a checkout created on first use. Default: `model` in the engine package. */
  readonly modelDirectory?: string;
  /** Threads for one picture's network pass, ≥ 1. Results do not depend on it. Default 1. */
  readonly threads?: number;
  /** Called for the stages of every extraction. */
  readonly beginStage?: BeginStage | undefined;
}

/** Turns rasters into feature sets. Open it once, use it for every picture; calls may overlap. */
export interface Extractor {
  /**
   * @param raster  fit inside 320 px a side, sRGB, flattened on white.
   * @returns       features that do not depend on thread count, run or process.
   */
  extract(raster: Raster): Promise<FeatureSet>;
  /** Frees the network's memory; do not call `extract` afterwards. */
  release(): Promise<void>;
}

/**
 * Opens the default model.
 * @failure ModelUnavailableError when the network is missing and cannot be built.
 */
export async function openExtractor(options: ExtractorOptions = {}): Promise<Extractor> {
  const model = await ensureModel(options.modelDirectory ?? defaultModelDirectory());
  const network = await openNetwork(model, options.threads ?? 1);
  return {
    extract: (raster) => extractFeatures(raster, network, options.beginStage),
    release: () => network.release(),
  };
}
