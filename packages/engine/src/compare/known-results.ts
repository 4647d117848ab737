import type { ComparisonAnswer, ComparisonTask } from './comparison-task.ts';
import { createLastUsed } from './last-used.ts';
import { pictureDigest } from './picture-digest.ts';

/** What pairs were answered with, for those that come again. */
export interface KnownResults {
  readonly get: (task: ComparisonTask) => ComparisonAnswer | undefined;
  readonly put: (task: ComparisonTask, answer: ComparisonAnswer) => void;
}

/**
 * Keeps the answers of the last pairs, by everything that decides them: both files, in their order, the profile with its calibration, and
 * the service type. The least recently used go first.
 * @param mostPairs  how many are kept; each takes about 300 bytes.
 */
export function createKnownResults({ mostPairs }: { readonly mostPairs: number }): KnownResults {
  const kept = createLastUsed<ComparisonAnswer>({ most: mostPairs });
  return {
    get: (task) => kept.get(keyOf(task)),
    put: (task, answer) => kept.put(keyOf(task), answer),
  };
}

function keyOf({ pair, profile, serviceType, ownCalibration }: ComparisonTask): string {
  const [primary, secondary] = [pair.primary, pair.secondary].map(({ bytes }) => pictureDigest({ bytes, profile }));
  return [primary, secondary, serviceType, JSON.stringify(ownCalibration)].join(' ');
}
