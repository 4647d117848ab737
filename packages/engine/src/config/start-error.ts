/** Why something could not be started, in one line: what it is, where it is set, and what to do. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** The start was called off before it was through. */
export class StartCancelledError extends Error {
  override readonly name = 'StartCancelledError';

  constructor() {
    super('the start was called off');
  }
}

/** The system's word for an error (`EADDRINUSE`), or its message where there is none. */
export function systemReason(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.message : String(error);
}
