import type { PictureErrorCode } from '@semblance/picture';
import type { PictureFormatName } from '@semblance/spec/limits';

/** A picture as its header describes it. */
export interface CheckedPicture {
  readonly format: Exclude<Lowercase<PictureFormatName>, 'jpg'>;
  /** Pixels, as declared in the file. */
  readonly width: number;
  readonly height: number;
  /** Frames or pages; the first one is compared. */
  readonly frameCount: number;
  /** Whether the file keeps its pixels exactly. */
  readonly lossless: boolean;
}

/** A picture that may be sent, or the code it would be answered with. */
export type PictureCheck =
  | { readonly ok: true; readonly picture: CheckedPicture }
  | {
      readonly ok: false;
      readonly code: PictureErrorCode;
      /** What was found, what is allowed, what to do; in English and Chinese. */
      readonly detail: { readonly en: string; readonly zh: string };
    };
