import type { PictureErrorCode } from '@semblance/picture';
import type { PictureFormatName } from '@semblance/spec/limits';

/** A picture as its header describes it. */
export interface CheckedPicture {
  readonly format: Exclude<Lowercase<PictureFormatName>, 'jpg'>;
  /** Pixels declared in the file. */
  readonly width: number;
  readonly height: number;
  /** Frames or pages; the first one is compared. */
  readonly frameCount: number;
  /** Whether the file stores its pixels without loss. */
  readonly lossless: boolean;
}

/** The picture's facts, or the code with which it would be refused. */
export type PictureCheck =
  | { readonly ok: true; readonly picture: CheckedPicture }
  | {
      readonly ok: false;
      readonly code: PictureErrorCode;
      /** What was found, what is allowed, what to do; in English and Chinese. */
      readonly detail: { readonly en: string; readonly zh: string };
    };
