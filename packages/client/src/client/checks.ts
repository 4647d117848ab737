import * as optionChecks from './option-checks.ts';

/** The checks of options, for servers and for pages during development. */
export const checks: typeof optionChecks | undefined = optionChecks;
