import { createNonce } from '@semblance/signing';
import { credentialSource } from '../credentials/credential-source.ts';
import { signInDialect } from './sign-in-dialect.ts';
import type { Signer, SignerOptions } from './signer.ts';

/** A signer with credentials that are fetched and renewed as needed. */
export function createSigner({ credentials, dialect, clock }: SignerOptions): Signer {
  const source = credentialSource(credentials, Date.now);
  return {
    sign: async (request, signal) => {
      const current = await source.get(signal);
      return signInDialect(request, { dialect, credentials: current, date: clock.now(), nonce: createNonce() });
    },
    forget: source.forget,
  };
}
