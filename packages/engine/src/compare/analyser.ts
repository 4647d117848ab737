import type { PictureHeader } from '@semblance/picture';
import type { BeginStage } from '../features/begin-stage.ts';
import type { FeatureSet } from '../features/feature-set.ts';
import type { ViewName } from '../ingest/decode-views.ts';
import type { SmallView } from '../ingest/pixel-identity.ts';
import type { Raster } from '../raster.ts';
import type { Result } from '../result.ts';
import type { LocalAgreement } from '../score/evidence.ts';
import type { MeasuredDifference } from '../score/difference/difference-evidence.ts';

/** A picture whose header has passed every check. */
export interface CheckedPicture {
  readonly bytes: Uint8Array;
  readonly header: PictureHeader;
}

/** Two pictures that passed every check of their headers. */
export interface PicturePair {
  readonly primary: CheckedPicture;
  readonly secondary: CheckedPicture;
}

/** A checked picture, and how to analyse it. */
export interface AnalysisTask extends CheckedPicture {
  /** Name of the instance's similarity profile. */
  readonly profile: string;
}

/** Features of a custom model. */
export interface OwnFeatures {
  /** Embedding of unit length. */
  readonly embedding: Float32Array;
  /** Those of the built-in profile: what differs is seen in them, whatever the model says. */
  readonly builtIn: FeatureSet;
}

/** A picture as it is seen in one frame and, where that is transparent, on one ground. */
export interface PictureView extends ViewName {
  /** Those of the built-in profile, or of a custom model. */
  readonly features: FeatureSet | OwnFeatures;
  /** The view fitted inside the analyser's side length. */
  readonly raster: Raster;
}

/** What one picture turned out to be. Plain values and typed arrays: it travels between processes as it is. */
export interface AnalysedPicture {
  /** One for an ordinary picture, more for transparent and animated ones, frame by frame; never none. */
  readonly views: readonly [PictureView, ...PictureView[]];
  /** Whether every pixel is clear. */
  readonly isEmpty: boolean;
  /** Frames or pages of the file; 1 for a still. */
  readonly frameCount: number;
  /** Whether the file has frames that are not decoded, as an animated PNG has. */
  readonly isDefaultImageOnly: boolean;
}

/** Why a picture cannot be analysed. `cause` is for the log and holds no picture content. */
export type AnalysisFailure =
  | { readonly reason: 'corrupt' | 'unsupported-variant' | 'features-invalid'; readonly cause: string }
  | { readonly reason: 'too-slow'; readonly timeoutMs: number };

/** A picture with the small views an analysis gave. */
export interface RasteredPicture extends CheckedPicture {
  readonly views: readonly SmallView[];
}

/** A view of a picture that is to be laid over another. */
export interface DetailTask extends CheckedPicture {
  readonly view: ViewName;
  /** The built-in features of that view. */
  readonly features: FeatureSet;
  /** The view fitted inside the analyser's side length: its colours are compared at that. */
  readonly raster: Raster;
}

/** Options of laying a view over another. */
export interface DifferenceOptions {
  /** Whether the tones of one of them are reversed first. */
  readonly inverted: boolean;
  /** On what their features agree, from whichever comes first in canonical order; absent, it is found again. */
  readonly points?: LocalAgreement;
}

/**
 * Decodes pictures and extracts features: the work that is kept in processes that can be killed.
 * A module named in the configuration may provide another one by exporting `createAnalyser`.
 */
export interface Analyser {
  readonly analyse: (task: AnalysisTask) => Promise<Result<AnalysedPicture, AnalysisFailure>>;
  /** Whether two pictures are the same in everything that is seen: pixels at full size, alpha, frames and times. */
  readonly equalPixels: (first: RasteredPicture, second: RasteredPicture) => Promise<Result<boolean, AnalysisFailure>>;
  /**
   * Lays one picture over the other in detail; undefined for pictures too small for that. An analyser without it leaves
   * scores as the features give them.
   */
  readonly measureDifference?: (
    first: DetailTask,
    second: DetailTask,
    options: DifferenceOptions,
  ) => Promise<Result<MeasuredDifference | undefined, AnalysisFailure>>;
  /** Frees its resources. */
  readonly release: () => Promise<void>;
}

/** A similarity profile with a custom model. */
export interface ProfileSource {
  readonly name: string;
  /** File of the model's manifest. */
  readonly manifest: string;
}

/** Options of an analyser. */
export interface AnalyserOptions {
  /** Threads one picture may occupy. */
  readonly threads: number;
  /** Profiles beside the built-in one. */
  readonly profiles?: readonly ProfileSource[];
  /** Hears of the stages of the work, for metrics and traces; an analyser need not tell. */
  readonly beginStage?: BeginStage | undefined;
}

/** The export of an analyser module. */
export type CreateAnalyser = (options: AnalyserOptions) => Promise<Analyser>;
