import { answerBudgetBytes, diagnose, mismatchContinuation, summarize } from '@semblance/signing/doctor';
import { detectDialect } from '@semblance/signing/verify';
import type { ReceivedRequest } from '@semblance/signing/verify';
import type { KnownKey } from './find-key.ts';

/** Most diagnoses at a time, because each costs dozens of verifications and anyone can cause one. */
const maxConcurrent = 4;

/** Why a signature does not match. */
export interface MismatchExplanation {
  /** The first difference and its likely cause, in a sentence or two. */
  readonly detail: string;
  /** Continuation of the public message, in the form for callers of the dialect. */
  readonly continuation: string;
}

/** Explains a mismatch. */
export type ExplainMismatch = (request: ReceivedRequest, known: KnownKey | undefined) => Promise<MismatchExplanation>;

/** Makes an explainer that examines a few requests at a time and refers the others to the offline doctor. */
export function createMismatchExplainer(knownHosts: readonly string[]): ExplainMismatch {
  let running = 0;
  return async (request, known) => {
    const dialect = detectDialect(request.headers);
    if (running >= maxConcurrent) {
      const detail = 'Too many mismatches to examine this one; `semblance doctor` examines it offline.';
      return { detail, continuation: mismatchContinuation(request, dialect, { explanation: detail }) };
    }
    running += 1;
    try {
      const options = { nowMs: Date.now(), findKey: () => known?.key };
      const diagnosis = await diagnose({ request, options, knownHosts, budgetBytes: answerBudgetBytes });
      const detail = summarize(diagnosis, 'en');
      const { cause } = diagnosis;
      return { detail, continuation: mismatchContinuation(request, dialect, { explanation: detail, cause }) };
    } finally {
      running -= 1;
    }
  };
}
