import { errorKind, SemblanceError } from './semblance-error.ts';

/** Options of this package are invalid or contradict each other. */
export class ConfigurationError extends SemblanceError<'ConfigurationInvalid'> {
  override readonly name = 'ConfigurationError';

  constructor(message: string, cause?: unknown) {
    super('configuration', { code: 'ConfigurationInvalid', message }, { cause });
  }
}

/** Whether `value` is a `ConfigurationError`, from any copy of this package. */
export function isConfigurationError(value: unknown): value is ConfigurationError {
  return errorKind(value) === 'configuration';
}
