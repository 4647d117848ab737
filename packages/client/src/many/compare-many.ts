import type { AnsweredComparison } from '../compare/compare.ts';
import { ConfigurationError } from '../errors/configuration-error.ts';
import { untilAborted } from '../timed-scope.ts';
import type { CompareManyOptions, Pair, PairOutcome } from './pair.ts';
import { createRateLimit } from './rate-limit.ts';
import { createTurnstile } from './turnstile.ts';
import type { Turnstile } from './turnstile.ts';

/** Compares one pair. */
export type PairComparer = (pair: Pair, signal: AbortSignal) => Promise<AnsweredComparison>;

/** Compares pairs, and knows the server's capacity. */
export interface PairWorker {
  readonly compare: PairComparer;
  /** Number of requests the server takes at once, as far as is known. */
  readonly window: () => number;
}

/** Default number of pairs in progress; fewer are sent at once when the server takes fewer. */
const defaultConcurrency = 32;

/** A source of pairs. */
export type PairSource<P extends Pair> = Iterable<P> | AsyncIterable<P>;

/**
 * Compares pairs, several at a time, and yields the outcome of each. A pair that fails does not stop the others.
 *
 * Pairs are taken from the source only when there is room: at most `concurrency` are in progress, and at most twice as many as the server
 * takes, so that pictures are read while others are compared. At most twice `concurrency` are taken and not yet yielded, so a slow consumer
 * slows down the source. Leaving the loop early aborts the running comparisons.
 */
export async function* compareMany<P extends Pair>(
  { compare, window }: PairWorker,
  pairs: PairSource<P>,
  options: CompareManyOptions,
): AsyncGenerator<PairOutcome<P>, void, undefined> {
  const { concurrency = defaultConcurrency, qps, order = 'input', signal } = options;
  if (!isIterable(pairs)) throw new ConfigurationError('compareMany(pairs) needs pairs to iterate over.');

  const stopped = new AbortController();
  const together = signal === undefined ? stopped.signal : AbortSignal.any([signal, stopped.signal]);
  const turnstile = createTurnstile<PairOutcome<P>>({
    concurrency: () => Math.min(concurrency, 2 * window()),
    capacity: 2 * concurrency,
    order,
  });
  const work = {
    compare,
    pairs,
    signal: together,
    turnstile,
    limit: createRateLimit(qps),
    onProgress: options.onProgress,
  };
  const taking = takePairs(work).then(turnstile.end, turnstile.fail);
  try {
    yield* turnstile.outcomes(together);
  } finally {
    stopped.abort(new DOMException('The iteration was left.', 'AbortError'));
    await taking;
  }
}

function isIterable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (Symbol.asyncIterator in value || Symbol.iterator in value);
}

interface Work<P extends Pair> {
  readonly compare: PairComparer;
  readonly pairs: PairSource<P>;
  readonly signal: AbortSignal;
  readonly turnstile: Turnstile<PairOutcome<P>>;
  readonly limit: (signal: AbortSignal) => Promise<void>;
  readonly onProgress: CompareManyOptions['onProgress'];
}

/** Takes pairs while there is room and starts them. */
async function takePairs<P extends Pair>({
  compare,
  pairs,
  signal,
  turnstile,
  limit,
  onProgress,
}: Work<P>): Promise<void> {
  const counts = { finished: 0, failed: 0, running: 0 };
  const finish = (outcome: PairOutcome<P>): void => {
    counts.running -= 1;
    counts.finished += 1;
    if (!outcome.ok) counts.failed += 1;
    turnstile.finished(outcome);
    onProgress?.({ ...counts });
  };
  let index = 0;
  await turnstile.room(signal);
  for await (const pair of untilLeft(pairs, signal)) {
    await limit(signal);
    const position = { index, pair };
    index += 1;
    counts.running += 1;
    turnstile.started();
    compare(pair, signal)
      .then(
        ({ comparison, answer }): PairOutcome<P> => ({ ok: true, ...position, comparison, headers: answer.headers }),
        (error: unknown): PairOutcome<P> => ({ ok: false, ...position, error }),
      )
      .then(finish, turnstile.fail);
    await turnstile.room(signal);
  }
}

/** The pairs, until the signal ends. A source left early is asked to return, without waiting for it. */
async function* untilLeft<P>(
  pairs: Iterable<P> | AsyncIterable<P>,
  signal: AbortSignal,
): AsyncGenerator<P, void, undefined> {
  const iterator = Symbol.asyncIterator in pairs ? pairs[Symbol.asyncIterator]() : pairs[Symbol.iterator]();
  let ended = false;
  try {
    for (;;) {
      const step = await untilAborted(Promise.resolve(iterator.next()), signal);
      ended = step.done === true;
      if (step.done === true) return;
      yield step.value;
    }
  } finally {
    if (!ended) Promise.resolve(iterator.return?.()).catch(() => undefined);
  }
}
