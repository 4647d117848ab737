import type { ClientOptions } from '../client/client-options.ts';
import { createClient as createAnywhere } from '../client/create-client.ts';
import type { Client } from '../client/create-client.ts';
import type { PicturePreparer } from '../pictures/picture-preparer.ts';
import type { FitOptions } from './fit/fit-picture.ts';
import { proxyFetch } from './proxy/proxy-fetch.ts';

/** Options of a client under Node. */
export interface NodeClientOptions extends ClientOptions {
  /**
   * Makes pictures fit the contract's limits before they are sent: turns, shrinks and re-encodes them. Needs the package `sharp`.
   * `Comparison.adjustments` says what was done.
   */
  readonly fit?: boolean | FitOptions | undefined;
  /** Address of an HTTP proxy, with user and password if it wants them. */
  readonly proxy?: string | URL | undefined;
}

/** Creates a client as the main entry's `createClient` does, with what only Node can do. */
export function createClient({ fit = false, proxy, ...options }: NodeClientOptions): Client {
  const { serviceType = 'generic' } = options;
  return createAnywhere({
    ...options,
    fetch: options.fetch ?? (proxy === undefined ? undefined : proxyFetch(proxy)),
    prepare: options.prepare ?? (fit === false ? undefined : lazyFitter(serviceType, fit === true ? {} : fit)),
  });
}

function lazyFitter(serviceType: NonNullable<ClientOptions['serviceType']>, options: FitOptions): PicturePreparer {
  return async (bytes, picture) => {
    const { createFitter } = await import('./fit/fit-picture.ts');
    return createFitter(serviceType, options)(bytes, picture);
  };
}
