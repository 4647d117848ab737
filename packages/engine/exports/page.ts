/**
 * The engine inside a page: everything from file to score but the decoders that a browser has of its own and the
 * runtime of the network. No Node, no server.
 */
export { runInline } from '../src/workers/analyser/run-inline.ts';
export { builtInAnalyser } from '../src/workers/analyser/built-in-analyser.ts';
export type { FeatureExtractor } from '../src/workers/analyser/built-in-analyser.ts';
export type { Analyser, CheckedPicture, DetailTask, PicturePair } from '../src/compare/analyser.ts';
export { analysePair } from '../src/compare/analyse-pair.ts';
export type { SettledPair } from '../src/compare/analyse-pair.ts';
export { builtInProfile } from '../src/config/built-in-profile.ts';
export type { Failure } from '../src/compare/failure.ts';
export { examinePictures } from '../src/compare/compare-pictures.ts';
export type { ComparisonOptions, ExaminedPair } from '../src/compare/compare-pictures.ts';
export { explainExamined } from '../src/compare/explain-examined.ts';
export type { ExplainedPair } from '../src/compare/explain-examined.ts';
export { viewOf } from '../src/compare/judge-pair.ts';
export { builtInFeatures, scorePair } from '../src/compare/score-pair.ts';
export type { ScoredPair } from '../src/compare/score-pair.ts';
export type { PictureView } from '../src/compare/analyser.ts';
export { readBmp } from '../src/ingest/bmp/read-bmp.ts';
export { readPnm } from '../src/ingest/pnm/read-pnm.ts';
export { decodeView } from '../src/ingest/show-pixels.ts';
export type { Ground } from '../src/ingest/ground.ts';
export { defaultMaxSidePx } from '../src/ingest/picture-decoder.ts';
export type { ColourPixels, Decoded, PictureDecoder, PixelOptions } from '../src/ingest/picture-decoder.ts';
export type { RawPixels } from '../src/ingest/raw-pixels.ts';
export { decodeJpeg, jpegShrinkFor } from '../src/ingest/portable/jpeg/decode-jpeg.ts';
export { lanczosShrink } from '../src/ingest/portable/lanczos-shrink.ts';
export { codeOf } from '../src/request/answer/error-map.ts';
export { wireScore } from '../src/request/answer/wire-score.ts';
export { extractFeatures } from '../src/features/extract-features.ts';
export { layerShape, networkSide } from '../src/features/embedding-network.ts';
export type { EmbeddingNetwork } from '../src/features/embedding-network.ts';
