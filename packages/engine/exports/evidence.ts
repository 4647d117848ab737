/** The score without Node: runs in browsers on decoded pictures, with the caller's runtime for the network. */
export { stateColours } from '../src/score/explain/difference-panel.ts';
export { differencePicture } from '../src/score/explain/difference-picture.ts';
export { cellBox, inBoth } from '../src/score/explain/difference-regions.ts';
export { displayedCells } from '../src/score/explain/displayed-cells.ts';
export { capitalised } from '../src/score/explain/capitalised.ts';
export { decisiveWords, differenceWords, shareWords } from '../src/score/explain/difference-words.ts';
export { partBoxes, partReason } from '../src/score/explain/part-words.ts';
export { explainPair, type Explanation } from '../src/score/explain/explain-pair.ts';
export {
  layerShape,
  networkSide,
  type EmbeddingNetwork,
  type NetworkEmbeddings,
} from '../src/features/embedding-network.ts';
export { extractFeatures } from '../src/features/extract-features.ts';
export type { FeatureSet } from '../src/features/feature-set.ts';
export { networkOf, type OpenSession } from '../src/model/run-session.ts';
export type { FoundPart } from '../src/score/part/part-evidence.ts';
export type { Raster } from '../src/raster.ts';
export { defaultCalibration } from '../src/score/default-calibration.ts';
export { compareFeatures, type CompareOptions, type Comparison } from '../src/score/compare-features.ts';
export { measureDifference, type DetailedPair } from '../src/score/difference/difference.ts';
export type { DifferenceRule } from '../src/score/difference/difference-rule.ts';
export { boundedScore, judgeDifference } from '../src/score/difference/rule.ts';
export { detailSide } from '../src/score/difference/detail-side.ts';
export { isFlat } from '../src/score/notes.ts';
export { opensGate } from '../src/score/difference/gate.ts';
export { ruleFor } from '../src/score/difference/rules.ts';
export { cellStates } from '../src/score/difference/difference-evidence.ts';
export type {
  CellState,
  DifferenceCase,
  DifferenceCells,
  DifferenceEvidence,
  DifferenceNumbers,
  Registration,
} from '../src/score/difference/difference-evidence.ts';
export { verdictOf, verdicts, type Verdict } from '../src/score/verdict.ts';
