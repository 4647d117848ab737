import * as optionChecks from './option-checks.ts';

/** Checks of options: under Node and other servers, and in pages while they are developed. */
export const checks: typeof optionChecks | undefined = optionChecks;
