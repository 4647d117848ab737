import type { CompareOptions } from '../compare/compare-options.ts';
import { checkOptions } from './check-options.ts';
import type { Settings } from '../runtime/settings.ts';
import { checkCredentials, checkHeaders, checkInstanceName, withoutEffect } from './check-values.ts';
import type { ClientOptions, TransferOptions } from './client-options.ts';
import { checkShape, clientShape, compareShape, manyShape, retryShape } from './client-shape.ts';

/** Checks the options of a client. @throws OptionFault for options that are unknown, invalid or without effect. */
export function checkClientOptions(options: ClientOptions): void {
  checkOptions(options, clientShape);
  const { credentials, dialect, totalTimeoutMs = 60_000 } = options;
  checkShared(options, totalTimeoutMs);
  if (options.transfer !== undefined) checkTransfer(options.transfer);
  if (credentials !== undefined && credentials !== false) checkCredentials(credentials);
  else if (dialect !== undefined) throw withoutEffect('dialect', 'nothing is signed without "credentials"');
}

/** Checks the options of one comparison. @throws OptionFault for the same reasons. */
export function checkCompareOptions(options: CompareOptions, settings: Settings): void {
  checkOptions(options, compareShape);
  checkShared(options, options.totalTimeoutMs ?? settings.totalTimeoutMs);
}

/**
 * Checks the options of `compareMany`, except those shared with a comparison, which are checked with each.
 * @throws OptionFault for the same reasons.
 */
export function checkManyOptions(options: unknown): void {
  checkOptions(options, manyShape);
}

/** Checks the options of `check`. @throws OptionFault for the same reasons. */
export function checkCheckOptions(options: unknown): void {
  checkOptions(options, checkShape);
}

function checkShared({ instanceName, retry, attemptTimeoutMs, headers }: CompareOptions, totalTimeoutMs: number): void {
  if (instanceName !== undefined) checkInstanceName(instanceName);
  if (retry !== undefined && retry !== false) checkRetry(retry);
  if (attemptTimeoutMs !== undefined && attemptTimeoutMs > totalTimeoutMs)
    throw withoutEffect('attemptTimeoutMs', `a call ends after ${totalTimeoutMs} ms anyway; raise "totalTimeoutMs"`);
  checkHeaders(headers);
}

function checkRetry(retry: Exclude<NonNullable<CompareOptions['retry']>, false>): void {
  checkOptions(retry, retryShape, 'retry.');
  const { maxAttempts, baseDelayMs, maxDelayMs } = retry;
  if (maxAttempts === 1 && (baseDelayMs ?? maxDelayMs) !== undefined)
    throw withoutEffect('retry.baseDelayMs" or "retry.maxDelayMs', 'with a single attempt there is no wait');
}

function checkTransfer({ mode = 'auto', inlineMaxBytes, authorizeEndpoint, regionId }: TransferOptions): void {
  if (inlineMaxBytes !== undefined && mode !== 'auto')
    throw withoutEffect('transfer.inlineMaxBytes', `it decides nothing with "transfer.mode" ${mode}`);
  if (mode === 'inline' && (authorizeEndpoint ?? regionId) !== undefined)
    throw withoutEffect('transfer.authorizeEndpoint" or "transfer.regionId', 'nothing is uploaded inline');
}
