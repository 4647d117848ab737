/**
 * Exit codes of commands that compare, for scripts. Those of many pairs are the same whoever compares them: a server, this machine, or the
 * workers of a queue.
 */
export const exitCodes = {
  ok: 0,
  /** Compared, but a score is below the given minimum. */
  belowMinimum: 1,
  /** Arguments, options, or files that cannot be used. */
  usage: 2,
  /** Whoever should compare cannot be reached, or does not answer. */
  noAnswer: 5,
  somePairsFailed: 6,
  /** EX_SOFTWARE of sysexits.h. */
  bug: 70,
} as const;
