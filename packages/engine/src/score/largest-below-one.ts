/** The largest score of pictures whose pixels differ, with the six decimals an answer has: 1 is kept for equal pixels. */
export const largestBelowOne = 0.999999;
