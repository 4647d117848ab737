import type { PicturePair } from '@semblance/engine/page';
import type { Explanation, Raster } from '@semblance/engine/evidence';
import type { ErrorCode } from '@semblance/spec/error-policy';
import type { ServiceType } from '@semblance/spec/limits';

/** How far loading has come. */
export interface LoadProgress {
  readonly loadedBytes: number;
  readonly totalBytes: number;
}

/** A comparison, computed in the page by the engine's own code. */
export interface Examination {
  /** 0…1 with six decimals, as an engine answers; absent where only what can be seen was asked for. */
  readonly score: number | undefined;
  readonly explanation: Explanation;
  /** The compared views, as they were laid over each other. */
  readonly shown: readonly [Raster, Raster];
  /** Whether a browser's decoder of its own was needed, whose last digits may differ. */
  readonly isApproximate: boolean;
}

/** Why a comparison gave nothing. */
export type ExaminationFailure =
  /** The engine's own refusal of a picture. */
  | { readonly kind: 'picture'; readonly code: ErrorCode; readonly which: 'primary' | 'secondary' | undefined }
  /** The network or its runtime could not be loaded. */
  | { readonly kind: 'load'; readonly detail: string }
  /** Anything nobody foresaw. */
  | { readonly kind: 'fault'; readonly detail: string };

/** What a worker is asked. */
export interface ExamineRequest {
  readonly id: number;
  readonly pair: PicturePair;
  readonly serviceType: ServiceType;
  /** Without it only points, colours and what differs are looked at, and nothing is loaded. */
  readonly withNetwork: boolean;
}

/** What a worker says. */
export type WorkerReply =
  | { readonly id: number; readonly kind: 'progress'; readonly progress: LoadProgress }
  | { readonly id: number; readonly kind: 'comparing' }
  | { readonly id: number; readonly kind: 'done'; readonly examination: Examination }
  | { readonly id: number; readonly kind: 'failed'; readonly failure: ExaminationFailure };
