/** Importing this adds `toHaveReceived`, `toHaveReceivedTimes` and `toKeepTheContract` to jest's `expect`. */
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
    /** Nothing was received that the contract forbids. */
    toKeepTheContract(): R;
  }
}

declare global {
  // The globals of @types/jest have a namespace of their own.
  // eslint-disable-next-line typescript/no-namespace
  namespace jest {
    // eslint-disable-next-line typescript/no-unused-vars
    interface Matchers<R, T = {}> {
      /** A request like this was received, at least once. */
      toHaveReceived(pattern?: EntryPattern): R;
      /** So many requests like this were received. */
      toHaveReceivedTimes(times: number, pattern?: EntryPattern): R;
      /** Nothing was received that the contract forbids. */
      toKeepTheContract(): R;
    }
  }
}

expect.extend(matchers);

export { matchers };
