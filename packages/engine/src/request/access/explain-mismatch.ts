import { answerBudgetBytes, diagnose, mismatchContinuation, summarize } from '@semblance/signing/doctor';
import { detectDialect } from '@semblance/signing/verify';
import type { ReceivedRequest } from '@semblance/signing/verify';
import type { KnownKey } from './find-key.ts';

/** Diagnoses at the same time: each costs some dozens of verifications, which anyone can ask for. */
const maxConcurrent = 4;

/** Why a signature does not match. */
export interface MismatchExplanation {
  /** The first difference and its likely cause, in a sentence or two. */
  readonly detail: string;
  /** What the public message goes on to say, in the form that callers of the dialect read. */
  readonly continuation: string;
}

/** Explains a mismatch. */
export type ExplainMismatch = (request: ReceivedRequest, known: KnownKey | undefined) => Promise<MismatchExplanation>;

/** An explainer that examines a few requests at a time and sends the rest to the offline doctor. */
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
