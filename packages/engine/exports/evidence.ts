/** The score without Node: runs in browsers on decoded pictures, with a runtime of the caller's for the network. */
export { layerShape, networkSide, type EmbeddingNetwork, type NetworkEmbeddings } from '../src/features/embedding-network.ts';
export { extractFeatures } from '../src/features/extract-features.ts';
export type { FeatureSet } from '../src/features/feature-set.ts';
export { labHistogram } from '../src/features/lab-histogram.ts';
export type { LocalFeatures } from '../src/features/local-features.ts';
export { lumaOf, type LumaPlane } from '../src/features/luma.ts';
export { orbFeatures } from '../src/features/orb.ts';
export { squash } from '../src/features/resample.ts';
export type { Raster } from '../src/raster.ts';
export { compareFeatures, type CompareOptions, type Comparison } from '../src/score/compare-features.ts';
export type { LocalAgreement } from '../src/score/evidence.ts';
export { localAgreement } from '../src/score/local-agreement.ts';
export type { SimilarityTransform } from '../src/score/similarity-transform.ts';
export { verdictOf, verdicts, type Verdict } from '../src/score/verdict.ts';
