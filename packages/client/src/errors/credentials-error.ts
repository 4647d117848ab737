import { errorKind, SemblanceError } from './semblance-error.ts';

/** No credentials could be had: none configured, a file unreadable, a metadata service that refuses. */
export class CredentialsError extends SemblanceError<'CredentialsUnavailable'> {
  override readonly name = 'CredentialsError';

  constructor(message: string, cause?: unknown) {
    super('credentials', { code: 'CredentialsUnavailable', message }, { cause });
  }
}

/** Whether `value` says that credentials are missing, from any copy of this package. */
export function isCredentialsError(value: unknown): value is CredentialsError {
  return errorKind(value) === 'credentials';
}
