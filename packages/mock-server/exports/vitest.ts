/** Importing this adds `toHaveReceived`, `toHaveReceivedTimes` and `toKeepTheContract` to vitest's `expect`. */
import { expect } from 'vitest';
import type { EntryPattern } from '../src/record/match-entry.ts';
import { matchers } from '../src/record/received.ts';

declare module 'vitest' {
  // eslint-disable-next-line typescript/no-unused-vars
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    /** A request like this was received, at least once. */
    toHaveReceived(pattern?: EntryPattern): R;
    /** So many requests like this were received. */
    toHaveReceivedTimes(times: number, pattern?: EntryPattern): R;
    /** Nothing was received that the contract forbids. */
    toKeepTheContract(): R;
  }
}

expect.extend(matchers);

export { matchers };
