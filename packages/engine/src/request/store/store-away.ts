/** The shared store gave no answer in time, or none at all. */
export class StoreAwayError extends Error {
  constructor(reason: string, cause?: unknown) {
    super(`the shared store is away: ${reason}`, { cause });
    this.name = 'StoreAwayError';
  }
}
