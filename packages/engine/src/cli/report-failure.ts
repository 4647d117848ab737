/** A failure with a message for the user; any other error is a bug and keeps its stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  /** Exit code of the process. */
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

const expected = new Set([
  'CommandError',
  'ConfigError',
  'ModelUnavailableError',
  'ProfileError',
  'QueueAwayError',
  'RuntimeMissingError',
  'StartError',
]);

/** Time for open handles to close, in milliseconds. */
const lingerMs = 500;

/** Reports a failure on standard error and sets the exit code, by default 1. */
export function reportFailure(error: unknown): void {
  const isExpected = error instanceof Error && expected.has(error.name);
  process.stderr.write(`semblance: ${isExpected ? error.message : describe(error)}\n`);
  process.exitCode = error instanceof CommandError ? error.exitCode : 1;
  // Open handles must not keep a failed command alive.
  setTimeout(() => process.exit(), lingerMs).unref();
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
