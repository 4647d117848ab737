import type { PicturePair } from '@semblance/engine/page';
import type { Explanation, Raster } from '@semblance/engine/evidence';
import type { ErrorCode } from '@semblance/spec/error-policy';
import type { ServiceType } from '@semblance/spec/limits';

/** Progress of loading. */
export interface LoadProgress {
  readonly loadedBytes: number;
  readonly totalBytes: number;
}

/** A comparison, computed in the page by the engine's own code. */
export interface Examination {
  /** Score from 0 to 1 with six decimals, as from an engine; absent without the network. */
  readonly score: number | undefined;
  readonly explanation: Explanation;
  /** The compared views at the size of the comparison. */
  readonly shown: readonly [Raster, Raster];
  /** Whether the browser's own decoder was used, so that the last digits may differ. */
  readonly isApproximate: boolean;
}

/** Why a comparison failed. */
export type ExaminationFailure =
  /** The engine's own refusal of a picture. */
  | { readonly kind: 'picture'; readonly code: ErrorCode; readonly which: 'primary' | 'secondary' | undefined }
  /** A kind of picture that an engine reads and the page does not, in words. */
  | { readonly kind: 'unread'; readonly detail: string }
  /** The network or its runtime could not be loaded. */
  | { readonly kind: 'load'; readonly detail: string }
  /** Any unexpected error. */
  | { readonly kind: 'fault'; readonly detail: string };

/** Request to a worker. */
export interface ExamineRequest {
  readonly id: number;
  readonly pair: PicturePair;
  readonly serviceType: ServiceType;
  /** Whether to compute a score. Otherwise only points, colours and differences are examined, and nothing is loaded. */
  readonly withNetwork: boolean;
}

/** Messages from a worker. */
export type WorkerReply =
  | { readonly id: number; readonly kind: 'progress'; readonly progress: LoadProgress }
  | { readonly id: number; readonly kind: 'comparing' }
  | { readonly id: number; readonly kind: 'done'; readonly examination: Examination }
  | { readonly id: number; readonly kind: 'failed'; readonly failure: ExaminationFailure };
