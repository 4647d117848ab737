import type { ServiceType } from '@semblance/spec/limits';
import type { PictureRole } from './semblance-error.ts';

/** The two pictures of a failed comparison. */
export interface ComparedPictures {
  readonly files: Readonly<Record<PictureRole, string | undefined>>;
  /** The bytes sent; `undefined` before both pictures are read. */
  readonly bytes: Readonly<Record<PictureRole, Uint8Array>> | undefined;
  readonly serviceType: ServiceType;
}
