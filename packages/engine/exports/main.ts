export { ConfigError } from '../src/config/load-config.ts';
export type { KeyMode } from '../src/lifecycle/key-mode.ts';
export { startEngine, type Engine, type StartEngineOptions } from '../src/lifecycle/start-engine.ts';
export type {
  AnalysedPicture,
  Analyser,
  AnalyserOptions,
  AnalysisFailure,
  AnalysisTask,
  CheckedPicture,
  CreateAnalyser,
  RasteredPicture,
} from '../src/compare/analyser.ts';
export type { FeatureSet } from '../src/features/feature-set.ts';
export type { Raster } from '../src/raster.ts';
