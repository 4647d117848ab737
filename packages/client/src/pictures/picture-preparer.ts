import type { PictureRole } from '../errors/semblance-error.ts';

/** A picture as it will be sent, and what was done to it. */
export interface PreparedPicture {
  readonly bytes: Uint8Array;
  /** One short sentence for each change, in order; empty when nothing was changed. */
  readonly adjustments: readonly string[];
}

/** Looks at a picture before it is sent and may replace it. */
export type PicturePreparer = (bytes: Uint8Array, picture: PictureRole) => Promise<PreparedPicture>;
