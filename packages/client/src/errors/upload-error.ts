import { errorKind, SemblanceError } from './semblance-error.ts';
import type { PictureRole } from './semblance-error.ts';

/** The store refused a picture's upload. `wireCode` is the store's code, e.g. `AccessDenied` or `EntityTooLarge`. */
export class UploadError extends SemblanceError<'UploadRefused'> {
  override readonly name = 'UploadError';
  readonly wireCode: string;

  constructor(
    picture: PictureRole,
    store: { code: string; message: string; requestId: string | undefined },
    httpStatus: number,
  ) {
    const message = `The upload of the ${picture} picture was answered ${store.code || 'without a code'} (HTTP ${httpStatus}): ${store.message}`;
    super(
      'upload',
      { code: 'UploadRefused', message },
      {
        picture,
        httpStatus,
        requestId: store.requestId,
        retry: httpStatus >= 500 || httpStatus === 429 ? 'backoff' : 'never',
      },
    );
    this.wireCode = store.code;
  }
}

/** Whether `value` is an `UploadError`, from any copy of this package. */
export function isUploadError(value: unknown): value is UploadError {
  return errorKind(value) === 'upload';
}
