import type { PictureRole } from '../errors/semblance-error.ts';

/** The picture to send, and the changes made to it. */
export interface PreparedPicture {
  readonly bytes: Uint8Array;
  /** One short sentence for each change, in order; empty when nothing was changed. */
  readonly adjustments: readonly string[];
}

/** Called with a picture before it is sent, and may replace it. */
export type PicturePreparer = (bytes: Uint8Array, picture: PictureRole) => Promise<PreparedPicture>;
