import { withoutEffect } from '../client/check-values.ts';
import type { ClientOptions } from '../client/client-options.ts';
import { clientShape } from '../client/client-shape.ts';
import { createClient as createAnywhere } from '../client/create-client.ts';
import type { Client } from '../client/create-client.ts';
import { checkOptions } from '../client/check-options.ts';
import { refuseFaults } from '../client/refuse-faults.ts';
import type { OptionShape } from '../client/option-shape.ts';
import type { PicturePreparer } from '../pictures/picture-preparer.ts';
import { environmentOptions } from './environment-options.ts';
import type { FitOptions } from './fit/fit-picture.ts';
import { proxyFetch } from './proxy/proxy-fetch.ts';

/** Options of a client under Node. */
export interface NodeClientOptions extends Omit<ClientOptions, 'endpoint' | 'instanceName'> {
  /** As for every client; default `SEMBLANCE_ENDPOINT`. */
  readonly endpoint?: string | URL | undefined;
  /** As for every client; default `SEMBLANCE_INSTANCE`. */
  readonly instanceName?: string | undefined;
  /**
   * As for every client. Default: `SEMBLANCE_ACCESS_KEY_ID` and `SEMBLANCE_ACCESS_KEY_SECRET`; for remote servers also
   * `ALIBABA_CLOUD_ACCESS_KEY_ID` and `…_SECRET`. `false`: unsigned, regardless of the environment.
   */
  readonly credentials?: ClientOptions['credentials'];
  /**
   * Whether to fit pictures to the contract's limits before they are sent: turns, shrinks and re-encodes them. Needs the package `sharp`.
   * `Comparison.adjustments` lists the changes.
   */
  readonly fit?: boolean | FitOptions | undefined;
  /** Address of an HTTP proxy, with user and password if required. */
  readonly proxy?: string | URL | undefined;
}

const nodeShape: OptionShape = { ...clientShape, fit: 'any', proxy: 'any' };

/**
 * Creates a client like the main entry's `createClient`, with the additional options of Node; the environment supplies omitted ones.
 * @throws ConfigurationError for options that are unknown, invalid or without effect.
 */
export function createClient(given: NodeClientOptions = {}): Client {
  refuseFaults(() => checkNodeOptions(given));
  const { fit = false, proxy, ...options } = given;
  const { endpoint, instanceName, credentials } = environmentOptions({
    ...options,
    hasCredentials: options.credentials !== undefined,
  });
  return createAnywhere({
    ...options,
    endpoint,
    instanceName,
    credentials: options.credentials ?? credentials,
    fetch: proxy === undefined ? options.fetch : proxyFetch(proxy),
    prepare: fit === false ? options.prepare : lazyFitter(options.serviceType ?? 'generic', fit === true ? {} : fit),
  });
}

function checkNodeOptions(given: NodeClientOptions): void {
  checkOptions(given, nodeShape);
  const { fit = false, proxy, fetch, prepare } = given;
  if (typeof fit !== 'boolean') checkOptions(fit, { maxBytes: 'number' }, 'fit.');
  if (proxy !== undefined && fetch !== undefined) throw withoutEffect('proxy', 'requests go through "fetch"');
  if (fit !== false && prepare !== undefined) throw withoutEffect('fit', 'pictures go through "prepare"');
}

function lazyFitter(serviceType: NonNullable<ClientOptions['serviceType']>, options: FitOptions): PicturePreparer {
  return async (bytes, picture) => {
    const { createFitter } = await import('./fit/fit-picture.ts');
    return createFitter(serviceType, options)(bytes, picture);
  };
}
