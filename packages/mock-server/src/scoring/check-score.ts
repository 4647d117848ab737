/** Checks a score given by a test. @throws RangeError for a score outside 0 to 1. */
export function checkScore(score: number): number {
  if (!(score >= 0 && score <= 1)) throw new RangeError(`A score lies between 0 and 1, not ${score}.`);
  return score;
}
