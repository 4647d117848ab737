import type { ClientOptions, CompareOptions } from './client-options.ts';
import { compare } from './compare.ts';
import type { Comparison } from './compare.ts';
import type { PictureInput } from './pictures/picture-input.ts';
import { resolveOptions } from './resolve-options.ts';

/** Compares pictures through one server and instance. Safe to share: it holds no state but credentials and the clock's offset. */
export interface Client {
  /**
   * Compares two pictures.
   * @throws the errors of this package (see `isSemblanceError`), or the reason of `options.signal`.
   */
  readonly compare: (primary: PictureInput, secondary: PictureInput, options?: CompareOptions) => Promise<Comparison>;
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
  return {
    compare: (primary, secondary, compareOptions = {}) =>
      compare(settings, { primary, secondary, options: compareOptions }),
  };
}
