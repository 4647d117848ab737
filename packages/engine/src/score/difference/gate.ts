/** Pictures less alike than this are not laid over each other: of unrelated pairs next to none is more alike. */
const leastScore = 0.45;

/** Whether a score is worth the cost of laying the pictures over each other. 1 is kept for equal pixels. */
export function opensGate(score: number): boolean {
  return score >= leastScore && score < 1;
}
