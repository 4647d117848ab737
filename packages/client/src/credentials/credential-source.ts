import { ConfigurationError } from '../errors/configuration-error.ts';
import { CredentialsError } from '../errors/credentials-error.ts';
import { isSemblanceError } from '../errors/any-semblance-error.ts';
import { untilAborted } from '../timed-scope.ts';
import type { CredentialProvider, Credentials } from './credentials.ts';

/** Source of credentials: keeps them, renews them before they expire, and fetches them once for all waiting calls. */
export interface CredentialSource {
  readonly get: (signal: AbortSignal) => Promise<Credentials>;
  /** Forgets the kept credentials after the server refused them. @returns whether fetching again can give others. */
  readonly forget: () => boolean;
}

/** Temporary credentials are renewed this long before they expire; if that fails they are used until then. */
const renewBeforeMs = 5 * 60_000;

/** Time limit of one call of a provider. */
const providerTimeoutMs = 30_000;

/** Makes a source of fixed credentials or of a provider. @throws ConfigurationError for an empty key. */
export function credentialSource(given: Credentials | CredentialProvider, now: () => number): CredentialSource {
  if (typeof given === 'function') return renewedSource(given, now);
  const credentials = checked(given, (message) => new ConfigurationError(message));
  return { get: async () => credentials, forget: () => false };
}

function renewedSource(provider: CredentialProvider, now: () => number): CredentialSource {
  let kept: Credentials | undefined;
  let pending: Promise<Credentials> | undefined;
  const renew = (): Promise<Credentials> => {
    pending ??= ask(provider)
      .then((credentials) => (kept = credentials))
      .finally(() => {
        pending = undefined;
      });
    return pending;
  };
  return {
    get: async (signal) => {
      if (kept !== undefined && remainingMs(kept, now) > renewBeforeMs) return kept;
      const usable = kept !== undefined && remainingMs(kept, now) > 0 ? kept : undefined;
      const renewed = usable === undefined ? renew() : renew().catch(() => usable);
      return untilAborted(renewed, signal);
    },
    forget: () => {
      kept = undefined;
      return true;
    },
  };
}

/** Calls the provider. It serves every waiting call, so it has a time-out of its own instead of one caller's signal. */
async function ask(provider: CredentialProvider): Promise<Credentials> {
  const signal = AbortSignal.timeout(providerTimeoutMs);
  try {
    const credentials = await untilAborted(Promise.resolve(provider(signal)), signal);
    return checked(credentials, (message) => new CredentialsError(message));
  } catch (cause) {
    if (isSemblanceError(cause)) throw cause;
    throw new CredentialsError('The credential provider failed; its error is the cause of this one.', cause);
  }
}

/** An ID, a secret and perhaps a token; a line break around one comes from a file or a chat. */
const keyText = /^[!-~]+ [!-~]+ [!-~]*$/;

function checked(credentials: Credentials, makeError: (message: string) => Error): Credentials {
  const { accessKeyId, accessKeySecret, securityToken = '', expiresAt } = credentials;
  if (!keyText.test(`${accessKeyId} ${accessKeySecret} ${securityToken}`))
    throw makeError('The access key or its secret is empty or has white space.');
  if (expiresAt !== undefined && Number.isNaN(new Date(expiresAt).getTime())) throw makeError('expiresAt is no date.');

  return credentials;
}

function remainingMs({ expiresAt }: Credentials, now: () => number): number {
  return expiresAt === undefined ? Number.POSITIVE_INFINITY : new Date(expiresAt).getTime() - now();
}
