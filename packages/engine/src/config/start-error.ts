/** A part could not be started; the message says in one line which, where it is configured, and what to do. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** The start was aborted. */
export class StartCancelledError extends Error {
  override readonly name = 'StartCancelledError';

  constructor() {
    super('the start was called off');
  }
}

/** The system's code of an error (`EADDRINUSE`), or its message without one. */
export function systemReason(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.message : String(error);
}
