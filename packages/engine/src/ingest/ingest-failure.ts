import type { PictureErrorCode } from '@semblance/picture';
import type { Bilingual } from '@semblance/spec/error-catalog';

/** Why a picture could not be turned into a raster. `cause` is for the log and contains no picture content. */
export type IngestFailure =
  /** Refused by its header with one of the contract's codes; `detail` may be shown. */
  | { readonly reason: 'refused'; readonly code: PictureErrorCode; readonly detail: Bilingual }
  /** The pixels cannot be decoded: truncated or contradictory data. */
  | { readonly reason: 'corrupt'; readonly cause: string }
  /** A legal variant of an accepted format that is not supported. */
  | { readonly reason: 'unsupported-variant'; readonly cause: string }
  /** Decoding was stopped at its deadline. */
  | { readonly reason: 'too-slow'; readonly timeoutMs: number };

/** The failures that only decoding can find. */
export type DecodeFailure = Exclude<IngestFailure, { reason: 'refused' }>;
