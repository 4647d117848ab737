import type { ComparisonAnswer, ComparisonTask } from './comparison-task.ts';
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
  // A Map keeps its keys in the order in which they were put in.
  const kept = new Map<string, ComparisonAnswer>();
  const renew = (key: string, answer: ComparisonAnswer): void => {
    kept.delete(key);
    kept.set(key, answer);
  };
  return {
    get: (task) => {
      const key = keyOf(task);
      const answer = kept.get(key);
      if (answer !== undefined) renew(key, answer);
      return answer;
    },
    put: (task, answer) => {
      renew(keyOf(task), answer);
      const [oldest] = kept.keys();
      if (kept.size > mostPairs && oldest !== undefined) kept.delete(oldest);
    },
  };
}

function keyOf({ pair, profile, serviceType, ownCalibration }: ComparisonTask): string {
  const [primary, secondary] = [pair.primary, pair.secondary].map(({ bytes }) => pictureDigest({ bytes, profile }));
  return [primary, secondary, serviceType, JSON.stringify(ownCalibration)].join(' ');
}
