import type * as optionChecks from './option-checks.ts';

/** A page that is delivered does without: whoever developed it has seen what they say, and readers need not load them. */
export const checks: typeof optionChecks | undefined = undefined;
