import { errorKind, SemblanceError } from './semblance-error.ts';

/** No credentials are available: none configured, an unreadable file, a metadata service that refuses. */
export class CredentialsError extends SemblanceError<'CredentialsUnavailable'> {
  override readonly name = 'CredentialsError';

  constructor(message: string, cause?: unknown) {
    super('credentials', { code: 'CredentialsUnavailable', message }, { cause });
  }
}

/** Whether `value` is a `CredentialsError`, from any copy of this package. */
export function isCredentialsError(value: unknown): value is CredentialsError {
  return errorKind(value) === 'credentials';
}
