import { exitCodes } from '@semblance/wire/exit-codes';

/** Exit code of a command that found what it was asked about to be bad, or could not do it. */
const failedExitCode = 1;

/** A failure with a message for the user; any other error is a bug and keeps its stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  /** Exit code of the process. */
  readonly exitCode: number;

  constructor(message: string, exitCode: number = failedExitCode) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Exit codes of failures that are no bugs, by the names of their errors. */
const expected: ReadonlyMap<string, number> = new Map([
  ['CommandError', failedExitCode],
  ['ConfigError', failedExitCode],
  ['ModelUnavailableError', failedExitCode],
  ['ProfileError', failedExitCode],
  ['QueueAwayError', exitCodes.noAnswer],
  ['RuntimeMissingError', failedExitCode],
  ['StartError', failedExitCode],
]);

/** Time for open handles to close, in milliseconds. */
const lingerMs = 500;

/** Reports a failure on standard error and sets the exit code: that of the failure, or that of a bug. */
export function reportFailure(error: unknown): void {
  const known = error instanceof Error ? expected.get(error.name) : undefined;
  const text = error instanceof Error && known !== undefined ? error.message : describe(error);
  process.stderr.write(`semblance: ${text}\n`);
  process.exitCode = error instanceof CommandError ? error.exitCode : (known ?? exitCodes.bug);
  // Open handles must not keep a failed command alive.
  setTimeout(() => process.exit(), lingerMs).unref();
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
