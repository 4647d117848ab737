import type { Scorer } from './scoring.ts';

/** @throws Error that says what to install. */
export function engineScore(): Scorer {
  throw new Error('Scoring by the engine needs the package @semblance/engine.');
}
