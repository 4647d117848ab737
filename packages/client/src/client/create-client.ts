import type { CheckOptions } from '../pictures/check.ts';
import { compare } from '../compare/compare.ts';
import type { CompareOptions } from '../compare/compare-options.ts';
import type { ClientOptions } from './client-options.ts';
import type { Comparison } from '../compare/compare.ts';
import type { PairSource } from '../many/compare-many.ts';
import type { CompareManyOptions, Pair, PairOutcome } from '../many/pair.ts';
import type { PictureCheck } from '../pictures/picture-check.ts';
import type { PictureInput } from '../pictures/picture-input.ts';
import { resolveOptions } from './resolve-options.ts';
import type { Settings } from '../runtime/settings.ts';

/** Compares pictures through one server and instance. To be shared: all calls of a client are paced together, by what it learns of the server. */
export interface Client {
  /**
   * Compares two pictures.
   * @throws the errors of this package (see `isSemblanceError`), or the reason of `options.signal`.
   */
  readonly compare: (primary: PictureInput, secondary: PictureInput, options?: CompareOptions) => Promise<Comparison>;
  /**
   * Compares many pairs, as many at a time as the server takes. One that fails does not stop the others; leaving the loop stops everything.
   * @example
   * for await (const outcome of client.compareMany(pairs, { concurrency: 8, qps: 20 })) {
   *   if (outcome.ok) console.log(outcome.index, outcome.comparison.score);
   * }
   */
  readonly compareMany: <P extends Pair>(
    pairs: PairSource<P>,
    options?: CompareManyOptions,
  ) => AsyncGenerator<PairOutcome<P>, void, undefined>;
  /**
   * Tells without the network whether the server would take a picture: bytes, format, pixels, orientation, and damage that the
   * file's structure shows, with the code the server would answer. A picture that passes may still turn out corrupt when decoded.
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
export function createClient(options: ClientOptions): Client {
  const settings = resolveOptions(options);
  const { serviceType = 'generic' } = options;
  return {
    compare: (primary, secondary, compareOptions = {}) =>
      compare(settings, { primary, secondary, options: compareOptions }),
    compareMany: (pairs, manyOptions = {}) => compareManyLazily(settings, pairs, manyOptions),
    check: async (picture, checkOptions = {}) => {
      const { check } = await import('../pictures/check.ts');
      return check(picture, checkOptions, { serviceType, maxInputBytes: settings.maxInputBytes });
    },
  };
}

async function* compareManyLazily<P extends Pair>(
  settings: Settings,
  pairs: PairSource<P>,
  options: CompareManyOptions,
): AsyncGenerator<PairOutcome<P>, void, undefined> {
  const { compareMany } = await import('../many/compare-many.ts');
  const comparePair = ({ primary, secondary }: Pair, signal: AbortSignal): Promise<Comparison> =>
    compare(settings, { primary, secondary, options: { signal } });
  yield* compareMany({ compare: comparePair, window: settings.pace.window }, pairs, options);
}
