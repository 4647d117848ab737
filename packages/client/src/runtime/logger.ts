/** Receives lines of a log, e.g. `console`. Missing methods are not called. */
export interface Logger {
  /** Started and successful attempts. */
  readonly debug?: ((message: string, facts: LogFacts) => void) | undefined;
  /** Failed attempts. */
  readonly warn?: ((message: string, facts: LogFacts) => void) | undefined;
}

/** Facts of a line. They never include a key, a signature, an address with parameters, a header or a picture. */
export interface LogFacts {
  readonly action: string;
  readonly attempt: number;
  readonly host: string;
  readonly durationMs?: number | undefined;
  readonly httpStatus?: number | undefined;
  readonly requestId?: string | undefined;
  /** Code of the error, see `SemblanceError`. */
  readonly code?: string | undefined;
  readonly retryInMs?: number | undefined;
}
