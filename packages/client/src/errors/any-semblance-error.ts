import type { AnswerError } from './answer-error.ts';
import type { AnyApiError } from './api-error.ts';
import type { ConfigurationError } from './configuration-error.ts';
import type { CredentialsError } from './credentials-error.ts';
import type { NetworkError } from './network-error.ts';
import type { PictureInputError } from './picture-input-error.ts';
import { errorKind } from './semblance-error.ts';
import type { TimeOutError } from './time-out-error.ts';
import type { UploadError } from './upload-error.ts';

/** Union of all errors of this package, which `code` narrows. */
export type AnySemblanceError =
  | AnyApiError
  | AnswerError
  | ConfigurationError
  | CredentialsError
  | NetworkError
  | PictureInputError
  | TimeOutError
  | UploadError;

/** Whether `value` is an error of this package, from any installed copy. */
export function isSemblanceError(value: unknown): value is AnySemblanceError {
  return errorKind(value) !== undefined;
}
