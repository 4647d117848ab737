import { createNonce } from '@semblance/signing';
import { credentialSource } from '../credentials/credential-source.ts';
import { isApiError } from '../errors/api-error.ts';
import { createServerClock } from './server-clock.ts';
import { signInDialect } from './sign-in-dialect.ts';
import type { Signer, SignerOptions } from './signer.ts';

/** Makes a signer with a correctable clock and credentials that are fetched and renewed as needed. */
export function createSigner({ credentials, dialect }: SignerOptions): Signer {
  const source = credentialSource(credentials, Date.now);
  const clock = createServerClock(Date.now);
  return {
    sign: async (request, signal) => {
      const current = await source.get(signal);
      return signInDialect(request, { dialect, credentials: current, date: clock.now(), nonce: createNonce() });
    },
    mend: (error, dateHeader) => {
      if (!isApiError(error)) return false;
      if (error.retry === 'clock') return clock.correct(dateHeader);
      const isStale = error.code === 'InvalidSecurityToken.Expired' || error.code === 'InvalidAccessKeyId.NotFound';
      return isStale && source.forget();
    },
  };
}
