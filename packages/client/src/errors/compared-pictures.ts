import type { ServiceType } from '@semblance/spec/limits';
import type { PictureRole } from './semblance-error.ts';

/** What is known of the two pictures of a failed comparison. */
export interface ComparedPictures {
  readonly files: Readonly<Record<PictureRole, string | undefined>>;
  /** As they were sent; `undefined` while they are being read. */
  readonly bytes: Readonly<Record<PictureRole, Uint8Array>> | undefined;
  readonly serviceType: ServiceType;
}
