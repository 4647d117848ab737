import { verdictOf, verdicts } from '@semblance/engine/evidence';
import type { Verdict } from '@semblance/engine/evidence';

/**
 * Largest difference from an engine's score when the browser's own decoder was used: for shrunk lossy WebP, CMYK and colour profiles.
 * Largest difference measured over the files of `test/site/score-parity.test.ts`, rounded up.
 */
export const approximateBound = 0.05;

/** All verdicts that an engine may give for an approximate score, the page's own first. */
export function possibleVerdicts(score: number): readonly Verdict[] {
  if (score === 1) return [verdictOf(1)];
  const own = verdictOf(score);
  const low = verdictOf(Math.max(0, score - approximateBound));
  const high = verdictOf(Math.min(0.999_999, score + approximateBound));
  const others = verdicts.filter(({ name }) => (name === low.name || name === high.name) && name !== own.name);
  return [own, ...others];
}
