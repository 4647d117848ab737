import { verdicts } from '@semblance/engine/evidence';
import type { ScoredPair } from './sample-scores.ts';

/** The lowest score of a verdict. */
function boundOf(name: (typeof verdicts)[number]['name']): number {
  return verdicts.find((verdict) => verdict.name === name)?.from ?? 0;
}

/** Whether the verdict of a score contradicts the pair's label. */
export function isMistaken({ score, label }: ScoredPair): boolean {
  const match = label === 'same-picture' || label === 'same-item';
  return match ? score < boundOf('related') : score >= boundOf('likely');
}

/** The pair nearest to each wanted score, without repetition. */
export function pairsOverRange(pairs: readonly ScoredPair[], wanted: readonly number[]): readonly ScoredPair[] {
  const left = new Set(pairs);
  return wanted.flatMap((score) => {
    const nearest = [...left].sort((a, b) => Math.abs(a.score - score) - Math.abs(b.score - score))[0];
    if (nearest === undefined) return [];
    left.delete(nearest);
    return [nearest];
  });
}
