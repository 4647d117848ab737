import { checks } from '#checks';
import type { CheckOptions } from '../pictures/check.ts';
import { compare } from '../compare/compare.ts';
import type { CompareOptions } from '../compare/compare-options.ts';
import type { ClientOptions } from './client-options.ts';
import type { AnsweredComparison } from '../compare/compare.ts';
import { ConfigurationError } from '../errors/configuration-error.ts';
import type { PairSource } from '../many/compare-many.ts';
import type { CompareManyOptions, Pair, PairOutcome } from '../many/pair.ts';
import type { PictureCheck } from '../pictures/picture-check.ts';
import type { PictureInput } from '../pictures/picture-input.ts';
import type { Settings } from '../runtime/settings.ts';
import { comparePromise } from './compare-promise.ts';
import type { ComparePromise } from './compare-promise.ts';
import { refuseFaults } from './refuse-faults.ts';
import { callSettings, resolveOptions } from './resolve-options.ts';

/** Compares pictures through one server and instance. Share it: the client paces all its calls together, by what it learns about the server. */
export interface Client {
  /**
   * Compares two pictures. `compare(…).withResponse()` also returns the HTTP answer.
   * @throws the errors of this package (see `isSemblanceError`), or the reason of `options.signal`.
   */
  readonly compare: (primary: PictureInput, secondary: PictureInput, options?: CompareOptions) => ComparePromise;
  /**
   * Compares many pairs, as many at a time as the server can take. A pair that fails does not stop the others; leaving the loop stops all.
   * @example for await (const outcome of client.compareMany(pairs, { concurrency: 8, qps: 20 })) { if (outcome.ok)
   * console.log(outcome.index, outcome.comparison.score); }
   */
  readonly compareMany: <P extends Pair>(
    pairs: PairSource<P>,
    options?: CompareManyOptions,
  ) => AsyncGenerator<PairOutcome<P>, void, undefined>;
  /**
   * Checks without the network whether the server would accept a picture: bytes, format, pixels, orientation, and damage visible in the
   * file's structure, with the code the server would answer. A picture that passes may still fail to decode.
   */
  readonly check: (picture: PictureInput, options?: CheckOptions) => Promise<PictureCheck>;
}

/**
 * Creates a client.
 * @example
 * const client = createClient({ endpoint: 'http://127.0.0.1:8080', instanceName: 'demoinstance1' });
 * const { score } = await client.compare(first, second);
 * @throws ConfigurationError for options that cannot be used.
 */
export function createClient(options: ClientOptions = {} as ClientOptions): Client {
  refuseFaults(() => checks?.checkClientOptions(options));
  const settings = resolveOptions(options);
  return {
    compare: (primary, secondary, given = {}) =>
      comparePromise(compareChecked(settings, { primary, secondary }, given)),
    compareMany: (pairs, given = {}) => compareManyLazily(settings, pairs, given),
    check: async (picture, given = {}) => {
      refuseFaults(() => checks?.checkCheckOptions(given));
      if (picture === undefined) throw new ConfigurationError('check(picture) needs a picture.');
      const { check } = await import('../pictures/check.ts');
      return check(picture, given, settings);
    },
  };
}

async function compareChecked(settings: Settings, pair: Pair, options: CompareOptions): Promise<AnsweredComparison> {
  const { primary, secondary } = Object(pair) as Pair;
  const missing = primary === undefined ? 'primary' : secondary === undefined ? 'secondary' : undefined;
  if (missing !== undefined)
    throw new ConfigurationError(`compare(primary, secondary) needs two pictures; the ${missing} one is missing.`);
  refuseFaults(() => checks?.checkCompareOptions(options, settings));
  return compare(callSettings(settings, options), { primary, secondary, signal: options.signal });
}

async function* compareManyLazily<P extends Pair>(
  settings: Settings,
  pairs: PairSource<P>,
  options: CompareManyOptions,
): AsyncGenerator<PairOutcome<P>, void, undefined> {
  refuseFaults(() => checks?.checkManyOptions(options));
  const { compareMany } = await import('../many/compare-many.ts');
  const { concurrency, qps, order, onProgress, signal: together, ...shared } = options;
  const comparePair = (pair: Pair, signal: AbortSignal): Promise<AnsweredComparison> =>
    compareChecked(settings, pair, { ...shared, signal });
  const bounds = { concurrency, qps, order, onProgress, signal: together };
  yield* compareMany({ compare: comparePair, window: settings.pace.window }, pairs, bounds);
}
