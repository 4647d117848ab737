import { isErrorCode } from '@semblance/spec/error-policy';
import { byteScore } from './byte-score.ts';
import { checkScore } from './check-score.ts';
import { engineScore } from './engine-score.ts';
import type { ScoreAnswer, ScoreFunction, Scorer } from './scorer.ts';

/** Scores given out one after the other, then something else. */
export interface ScoreQueue {
  readonly queue: readonly number[];
  /** What comes after the last; default `bytes`. */
  readonly afterwards?: Exclude<Scoring, ScoreQueue> | undefined;
}

/**
 * Where scores come from. `bytes`: made up from the bytes, without meaning (see `byteScore`). `engine`: computed by
 * `@semblance/engine`, which has to be installed. A number: always that one.
 */
export type Scoring = 'bytes' | 'engine' | number | ScoreFunction | ScoreQueue;

/** @throws RangeError when a fixed or queued score is not between 0 and 1. */
export function createScorer(scoring: Scoring): Scorer {
  if (typeof scoring === 'object') return queueScorer(scoring);
  if (typeof scoring === 'function')
    return { score: async (input) => checkAnswer(await scoring(input)), close: noClose };
  if (typeof scoring === 'number') {
    const fixed = checkScore(scoring);
    return { score: () => fixed, close: noClose };
  }
  if (scoring === 'engine') return engineScore();
  return { score: ({ primary, secondary }) => byteScore(primary, secondary), close: noClose };
}

function queueScorer({ queue, afterwards = 'bytes' }: ScoreQueue): Scorer {
  const remaining = queue.map(checkScore);
  const next = createScorer(afterwards);
  return { score: (input) => remaining.shift() ?? next.score(input), close: next.close };
}

function checkAnswer(answer: ScoreAnswer): ScoreAnswer {
  if (typeof answer === 'number') return checkScore(answer);
  if (!isErrorCode(answer)) throw new TypeError(`There is no code "${String(answer)}".`);
  return answer;
}

async function noClose(): Promise<void> {
  // Nothing is held open.
}
