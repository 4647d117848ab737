import { verdicts } from '@semblance/engine/evidence';
import type { ScoredPair } from './sample-scores.ts';

/** The score from which on a verdict's words hold. */
function boundOf(name: (typeof verdicts)[number]['name']): number {
  return verdicts.find((verdict) => verdict.name === name)?.from ?? 0;
}

/** Whether the words of a score say something else than what a pair is known to show. */
export function isMistaken({ score, label }: ScoredPair): boolean {
  const match = label === 'same-picture' || label === 'same-item';
  return match ? score < boundOf('related') : score >= boundOf('likely');
}

/** One pair for each wanted score: the nearest there is, no picture pair twice. */
export function pairsOverRange(pairs: readonly ScoredPair[], wanted: readonly number[]): readonly ScoredPair[] {
  const left = new Set(pairs);
  return wanted.flatMap((score) => {
    const nearest = [...left].sort((a, b) => Math.abs(a.score - score) - Math.abs(b.score - score))[0];
    if (nearest === undefined) return [];
    left.delete(nearest);
    return [nearest];
  });
}
