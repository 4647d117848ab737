import { isErrorCode } from '@semblance/spec/error-policy';
import { byteScore } from './byte-score.ts';
import { checkScore } from './check-score.ts';
import { engineScore } from './engine-score.ts';
import type { ScoreAnswer, ScoreFunction, Scorer } from './scorer.ts';

/** Scores used one after the other, and what follows. */
export interface ScoreQueue {
  readonly queue: readonly number[];
  /** Source after the last one; default `bytes`. */
  readonly afterwards?: Exclude<Scoring, ScoreQueue> | undefined;
}

/**
 * Source of scores. `bytes`: derived from the bytes, without meaning (see `byteScore`). `engine`: computed by `@semblance/engine`, which
 * has to be installed. A number: always that score.
 */
export type Scoring = 'bytes' | 'engine' | number | ScoreFunction | ScoreQueue;

/** @throws RangeError when a fixed or queued score is not between 0 and 1; TypeError for anything that is not a source of scores. */
export function createScorer(scoring: Scoring): Scorer {
  if (typeof scoring === 'object') return queueScorer(scoring);
  if (typeof scoring === 'function')
    return { score: async (input) => checkAnswer(await scoring(input)), ...nothingToHold };
  if (typeof scoring === 'number') {
    const fixed = checkScore(scoring);
    return { score: () => fixed, ...nothingToHold };
  }
  if (scoring === 'engine') return engineScore();
  if (scoring !== 'bytes')
    throw new TypeError('scoring is "bytes", "engine", a number from 0 to 1, a function, or { queue: [0.1, 0.9] }.');
  return { score: ({ primary, secondary }) => byteScore(primary, secondary), ...nothingToHold };
}

function queueScorer({ queue, afterwards = 'bytes' }: ScoreQueue): Scorer {
  if (!Array.isArray(queue)) throw new TypeError('scoring takes a queue of scores: { queue: [0.1, 0.9] }.');
  const remaining = queue.map(checkScore);
  const next = createScorer(afterwards);
  return { score: (input) => remaining.shift() ?? next.score(input), prepare: next.prepare, close: next.close };
}

function checkAnswer(answer: ScoreAnswer): ScoreAnswer {
  if (typeof answer === 'number') return checkScore(answer);
  if (!isErrorCode(answer)) throw new TypeError(`There is no code "${String(answer)}".`);
  return answer;
}

/** For scorers that load nothing and hold nothing open. */
const nothingToHold: Pick<Scorer, 'prepare' | 'close'> = {
  prepare: () => Promise.resolve(),
  close: () => Promise.resolve(),
};
