import { diagnose, summarize } from '@semblance/signing/doctor';
import type { ReceivedRequest } from '@semblance/signing/verify';
import type { KnownKey } from '../access/find-key.ts';

/** Bytes a stranger may make the doctor hash: a picture in the parameters would otherwise be hashed for every guess. */
const budgetBytes = 4 * 1024 * 1024;

/** Diagnoses at the same time: each costs some dozens of verifications, which anyone can ask for. */
const maxConcurrent = 4;

/** Says in a sentence or two why a signature does not match: the first difference and its likely cause. */
export type ExplainMismatch = (request: ReceivedRequest, known: KnownKey | undefined) => Promise<string>;

/** An explainer that examines a few requests at a time and sends the rest to the offline doctor. */
export function createMismatchExplainer(knownHosts: readonly string[]): ExplainMismatch {
  let running = 0;
  return async (request, known) => {
    if (running >= maxConcurrent)
      return 'Too many mismatches to examine this one; `semblance doctor` examines it offline.';
    running += 1;
    try {
      const options = { nowMs: Date.now(), findKey: () => known?.key };
      return summarize(await diagnose({ request, options, knownHosts, budgetBytes }), 'en');
    } finally {
      running -= 1;
    }
  };
}
