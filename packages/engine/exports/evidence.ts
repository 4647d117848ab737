/** The part of the evidence that needs neither network nor Node: runs in browsers, on any decoded picture. */
export { labHistogram } from '../src/features/lab-histogram.ts';
export type { LocalFeatures } from '../src/features/local-features.ts';
export { lumaOf, type LumaPlane } from '../src/features/luma.ts';
export { orbFeatures } from '../src/features/orb.ts';
export { squash } from '../src/features/resample.ts';
export type { Raster } from '../src/raster.ts';
export type { LocalAgreement } from '../src/score/evidence.ts';
export { localAgreement } from '../src/score/local-agreement.ts';
export type { SimilarityTransform } from '../src/score/similarity-transform.ts';
export { verdictOf, verdicts, type Verdict } from '../src/score/verdict.ts';
