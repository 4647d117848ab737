import { errorKind, SemblanceError } from './semblance-error.ts';

/** The options given to this package contradict each other or cannot be used. */
export class ConfigurationError extends SemblanceError<'ConfigurationInvalid'> {
  override readonly name = 'ConfigurationError';

  constructor(message: string, cause?: unknown) {
    super('configuration', { code: 'ConfigurationInvalid', message }, { cause });
  }
}

/** Whether `value` is a configuration error, from any copy of this package. */
export function isConfigurationError(value: unknown): value is ConfigurationError {
  return errorKind(value) === 'configuration';
}
