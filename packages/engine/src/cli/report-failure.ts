/** A failure whose message is meant for the person at the terminal; anything else is a bug and keeps its stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  /** What the process ends with. */
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
  'RuntimeMissingError',
  'StartError',
]);

/** How long open handles may take to close by themselves. */
const lingerMs = 500;

/** Says on standard error what went wrong; the process ends with 1, or what the failure asks for. */
export function reportFailure(error: unknown): void {
  const isExpected = error instanceof Error && expected.has(error.name);
  process.stderr.write(`semblance: ${isExpected ? error.message : describe(error)}\n`);
  process.exitCode = error instanceof CommandError ? error.exitCode : 1;
  // Whatever may still hold the process must not keep a failed command alive.
  setTimeout(() => process.exit(), lingerMs).unref();
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
