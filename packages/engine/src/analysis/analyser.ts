import type { PictureHeader } from '@semblance/picture';
import type { FeatureSet } from '../features/feature-set.ts';
import type { Raster } from '../raster.ts';
import type { Result } from '../result.ts';

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

/** What a model of the team's own sees in a picture. */
export interface OwnFeatures {
  /** Of unit length. */
  readonly embedding: Float32Array;
}

/** What one picture turned out to be. Plain values and typed arrays: it travels between processes as it is. */
export interface AnalysedPicture {
  /** Those of the built-in profile, or of a model of the team's own. */
  readonly features: FeatureSet | OwnFeatures;
  /** The picture fitted inside the analyser's side length. */
  readonly raster: Raster;
}

/** Why a picture cannot be analysed. `privateDetail` is for the log and holds no picture content. */
export type AnalysisFailure =
  | { readonly reason: 'corrupt' | 'unsupported-variant' | 'features-invalid'; readonly privateDetail: string }
  | { readonly reason: 'too-slow'; readonly timeoutMs: number };

/** A picture with the small raster an analysis gave. */
export interface RasteredPicture extends CheckedPicture {
  readonly raster: Raster;
}

/**
 * Decodes pictures and extracts features: the work that is kept in processes that can be killed.
 * A module named in the configuration may provide another one by exporting `createAnalyser`.
 */
export interface Analyser {
  readonly analyse: (task: AnalysisTask) => Promise<Result<AnalysedPicture, AnalysisFailure>>;
  /** Whether two pictures have the same pixels at full size. */
  readonly equalPixels: (first: RasteredPicture, second: RasteredPicture) => Promise<Result<boolean, AnalysisFailure>>;
  /** Frees what it holds. */
  readonly release: () => Promise<void>;
}

/** A similarity profile with a model of the team's own. */
export interface ProfileSource {
  readonly name: string;
  /** File of the model's manifest. */
  readonly manifest: string;
}

/** What an analyser may use. */
export interface AnalyserOptions {
  /** Threads one picture may occupy. */
  readonly threads: number;
  /** Profiles beside the built-in one. */
  readonly profiles?: readonly ProfileSource[];
}

/** The export of an analyser module. */
export type CreateAnalyser = (options: AnalyserOptions) => Promise<Analyser>;
