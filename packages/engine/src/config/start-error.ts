/** Why something could not be started, in one line: what it is, where it is set, and what to do. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** The start was cancelled. */
export class StartCancelledError extends Error {
  override readonly name = 'StartCancelledError';

  constructor() {
    super('the start was called off');
  }
}

/** The system's code of an error (`EADDRINUSE`), or its message when it has none. */
export function systemReason(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.message : String(error);
}
