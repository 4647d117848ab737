/** Takes lines of a log; `console` is one. Methods that are missing are not called. */
export interface Logger {
  /** Attempts that start, and those that succeed. */
  readonly debug?: ((message: string, facts: LogFacts) => void) | undefined;
  /** Attempts that fail. */
  readonly warn?: ((message: string, facts: LogFacts) => void) | undefined;
}

/** What a line is about. No key, no signature, no address with parameters, no header and no picture is ever among it. */
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
