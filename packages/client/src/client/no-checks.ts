import type * as optionChecks from './option-checks.ts';

/** Published pages have no checks of options: their developers have seen the errors, and visitors need not load the code. */
export const checks: typeof optionChecks | undefined = undefined;
