/** Importing this adds `toHaveReceived` and `toHaveReceivedTimes` to jest's `expect`. */
import { expect } from 'expect';
import type { EntryPattern } from '../src/record/match-entry.ts';
import { matchers } from '../src/record/received.ts';

declare module 'expect' {
  // eslint-disable-next-line typescript/no-unused-vars
  interface Matchers<R extends void | Promise<void>, T = unknown> {
    /** A request like this was received, at least once. */
    toHaveReceived(pattern?: EntryPattern): R;
    /** So many requests like this were received. */
    toHaveReceivedTimes(times: number, pattern?: EntryPattern): R;
  }
}

expect.extend(matchers);

export { matchers };
