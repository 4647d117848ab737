import type { WhichPicture } from '@semblance/picture';
import type { ComparisonAnswer, ComparisonStep } from '../compare/comparison-task.ts';
import { fail } from '../compare/failure.ts';
import type { EngineFailure, Failure } from '../compare/failure.ts';
import type { Result } from '../result.ts';
import type { TaskOutcome } from './task-outcome.ts';

/** When a caller whose comparison found no worker may come again, milliseconds. */
export const queueRetryMs = 1000;

/** The refusal of a picture that has lost as many workers as it may. */
export function spentPicture(): { readonly ok: false; readonly failure: EngineFailure } {
  const detail =
    'The picture has ended two workers; it is not tried again for a while. Save it anew with another program.';
  return fail('worker-died', { detail });
}

/** What became of a comparison, in words for the caller. */
export function toResult(outcome: TaskOutcome): Result<ComparisonAnswer, Failure> {
  switch (outcome.type) {
    case 'done':
      return outcome.result;
    case 'threw':
      return fail('unforeseen', { cause: outcome.description });
    case 'silent':
      return fail('worker-silent', { retryAfterMs: queueRetryMs });
    case 'too-slow':
      return fail('extraction-timed-out', { which: pictureAt(outcome.step) });
    case 'lost':
      return fail(outcome.how === 'disconnected' ? 'worker-disconnected' : 'worker-died', {
        cause: outcome.description,
      });
  }
}

/** The picture a step is told of by: of both together the first. */
function pictureAt(step: ComparisonStep | undefined): WhichPicture {
  return step === 'secondary' ? 'secondary' : 'primary';
}
