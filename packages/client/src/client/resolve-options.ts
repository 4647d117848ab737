import { platformTransport } from '#platform';
import type { ClientOptions, TransferOptions } from './client-options.ts';
import { ConfigurationError } from '../errors/configuration-error.ts';
import { parseEndpoint } from '../runtime/endpoint.ts';
import type { Endpoint } from '../runtime/endpoint.ts';
import { fetchTransport } from '../runtime/fetch-transport.ts';
import { createPace } from '../runtime/pace.ts';
import { createRetryBudget } from '../runtime/retry-budget.ts';
import type { RetryPolicy } from '../runtime/retry-delay.ts';
import type { Settings, TransferSettings } from '../runtime/settings.ts';
import { lazySigner, unsigned } from '../runtime/lazy-signer.ts';
import type { Signer } from '../runtime/signer.ts';

/** The cloud refuses larger bodies. */
const cloudBodyMaxBytes = 8_000_000;

const defaultRetry: RetryPolicy = { maxAttempts: 4, baseDelayMs: 200, maxDelayMs: 10_000 };

/** Fills in the defaults. @throws ConfigurationError for options that cannot be used. */
export function resolveOptions(options: ClientOptions): Settings {
  const endpoint = parseEndpoint(options.endpoint);
  if (options.instanceName === '') throw new ConfigurationError('The instance name is empty.');
  return {
    endpoint,
    instanceName: options.instanceName,
    format: options.format === 'xml' ? 'XML' : 'JSON',
    signer: resolveSigner(options, endpoint),
    transfer: resolveTransfer(options.transfer ?? {}),
    retry: resolveRetry(options.retry),
    budget: createRetryBudget(),
    pace: createPace(positive('maxConcurrency', options.maxConcurrency ?? 64), Math.random),
    attemptTimeoutMs: positive('attemptTimeoutMs', options.attemptTimeoutMs ?? 15_000),
    totalTimeoutMs: positive('totalTimeoutMs', options.totalTimeoutMs ?? 60_000),
    maxInputBytes: positive('maxInputBytes', options.maxInputBytes ?? 64 * 1024 * 1024),
    prepare: options.prepare,
    hooks: options.hooks ?? {},
    transport: options.fetch === undefined ? platformTransport : fetchTransport(options.fetch),
    random: Math.random,
  };
}

function resolveSigner({ credentials, dialect = 'V3' }: ClientOptions, endpoint: Endpoint): Signer {
  if (credentials !== undefined) return lazySigner({ credentials, dialect });
  if (endpoint.isLoopback) return unsigned;
  throw new ConfigurationError(
    `Requests to ${endpoint.host} need the option "credentials": only servers on this machine are asked unsigned.`,
  );
}

function resolveRetry(retry: ClientOptions['retry']): RetryPolicy {
  if (retry === false) return { ...defaultRetry, maxAttempts: 1 };
  return {
    maxAttempts: positive('retry.maxAttempts', retry?.maxAttempts ?? defaultRetry.maxAttempts),
    baseDelayMs: retry?.baseDelayMs ?? defaultRetry.baseDelayMs,
    maxDelayMs: retry?.maxDelayMs ?? defaultRetry.maxDelayMs,
  };
}

function resolveTransfer({ mode, inlineMaxBytes, authorizeEndpoint, regionId }: TransferOptions): TransferSettings {
  return {
    mode: mode ?? 'auto',
    inlineMaxBytes: positive('transfer.inlineMaxBytes', inlineMaxBytes ?? cloudBodyMaxBytes),
    authorizeEndpoint: authorizeEndpoint === undefined ? undefined : parseEndpoint(authorizeEndpoint),
    regionId,
  };
}

function positive(name: string, value: number): number {
  if (value > 0) return value;
  throw new ConfigurationError(`The option "${name}" has to be a number above 0.`);
}
