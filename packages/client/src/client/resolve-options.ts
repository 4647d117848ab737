import { platformTransport } from '#platform';
import type { CompareOptions } from '../compare/compare-options.ts';
import { ConfigurationError } from '../errors/configuration-error.ts';
import { parseEndpoint } from '../runtime/endpoint.ts';
import type { Endpoint } from '../runtime/endpoint.ts';
import { fetchTransport } from '../runtime/fetch-transport.ts';
import { lazySigner, unsigned } from '../runtime/lazy-signer.ts';
import { createPace } from '../runtime/pace.ts';
import { createRetryBudget } from '../runtime/retry-budget.ts';
import type { RetryPolicy } from '../runtime/retry-delay.ts';
import type { Settings, TransferSettings } from '../runtime/settings.ts';
import type { Signer } from '../runtime/signer.ts';
import type { ClientOptions, TransferOptions } from './client-options.ts';

/** Largest body, in bytes, that the cloud accepts. */
const cloudBodyMaxBytes = 8_000_000;

const defaultRetry: RetryPolicy = { maxAttempts: 4, baseDelayMs: 200, maxDelayMs: 10_000 };

/** Fills in the defaults. @throws ConfigurationError when endpoint, instance or credentials are missing or invalid. */
export function resolveOptions(options: ClientOptions): Settings {
  const endpoint = parseEndpoint(options.endpoint);
  if (!options.instanceName) throw new ConfigurationError('The option "instanceName" is missing.');
  return {
    endpoint,
    instanceName: options.instanceName,
    format: options.format === 'xml' ? 'XML' : 'JSON',
    signer: resolveSigner(options, endpoint),
    transfer: resolveTransfer(options.transfer ?? {}),
    retry: resolveRetry(options.retry, defaultRetry),
    budget: createRetryBudget(),
    pace: createPace(options.maxConcurrency ?? 64, Math.random),
    attemptTimeoutMs: options.attemptTimeoutMs ?? 15_000,
    totalTimeoutMs: options.totalTimeoutMs ?? 60_000,
    maxInputBytes: options.maxInputBytes ?? 64 * 1024 * 1024,
    check: options.check ?? false,
    serviceType: options.serviceType ?? 'generic',
    headers: options.headers ?? {},
    prepare: options.prepare,
    hooks: resolveHooks(options),
    transport: resolveTransport(options.fetch),
    random: Math.random,
  };
}

/** The settings of one call: the client's, with the call's options over them. */
export function callSettings(settings: Settings, options: CompareOptions): Settings {
  return {
    ...settings,
    instanceName: options.instanceName ?? settings.instanceName,
    retry: resolveRetry(options.retry, settings.retry),
    attemptTimeoutMs: options.attemptTimeoutMs ?? settings.attemptTimeoutMs,
    totalTimeoutMs: options.totalTimeoutMs ?? settings.totalTimeoutMs,
    check: options.check ?? settings.check,
    headers: { ...settings.headers, ...options.headers },
  };
}

function resolveSigner({ credentials, dialect = 'V3' }: ClientOptions, endpoint: Endpoint): Signer {
  if (credentials) return lazySigner({ credentials, dialect });
  if (endpoint.isLoopback) return unsigned;
  throw new ConfigurationError(
    `Requests to ${endpoint.host} need the option "credentials": only servers on this machine are asked unsigned.`,
  );
}

function resolveRetry(retry: ClientOptions['retry'], defaults: RetryPolicy): RetryPolicy {
  if (retry === false) return { ...defaults, maxAttempts: 1 };
  return {
    maxAttempts: retry?.maxAttempts ?? defaults.maxAttempts,
    baseDelayMs: retry?.baseDelayMs ?? defaults.baseDelayMs,
    maxDelayMs: retry?.maxDelayMs ?? defaults.maxDelayMs,
  };
}

function resolveTransfer({ mode, inlineMaxBytes, authorizeEndpoint, regionId }: TransferOptions): TransferSettings {
  return {
    mode: mode ?? 'auto',
    inlineMaxBytes: inlineMaxBytes ?? cloudBodyMaxBytes,
    authorizeEndpoint: authorizeEndpoint === undefined ? undefined : parseEndpoint(authorizeEndpoint),
    regionId,
  };
}

/** Looks the platform's `fetch` up at every request, so that it can be replaced later. */
function resolveTransport(fetch: ClientOptions['fetch']): Settings['transport'] {
  if (fetch !== undefined) return fetchTransport(fetch);
  return platformTransport ?? fetchTransport((url, init) => globalThis.fetch(url, init));
}

/** Loads the code of the log only when a logger is given. */
function resolveHooks({ hooks = {}, logger }: ClientOptions): Settings['hooks'] {
  if (logger === undefined) return hooks;
  return import('../runtime/log-hooks.ts').then(({ logHooks }) => logHooks(logger, hooks));
}
