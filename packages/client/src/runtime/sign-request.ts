import type { Parameter } from '@semblance/signing';
import type { CredentialProvider, Credentials } from '../credentials/credentials.ts';
import type { OperationRequest } from './operation-request.ts';
import type { ServerClock } from './server-clock.ts';
import type { WireRequest } from './transport.ts';
import { wireRequest } from './wire-request.ts';

/** V3: in the headers, HMAC-SHA256. V1: in the parameters, HMAC-SHA1, for servers that know nothing newer. */
export type Dialect = 'V3' | 'V1';

/** Signs requests, every attempt anew: each needs its own date and nonce. */
export interface Signer {
  readonly sign: (request: OperationRequest, signal: AbortSignal) => Promise<WireRequest>;
  /** Forgets credentials the server refused. @returns whether asking for them again can give others. */
  readonly forget: () => boolean;
}

/** What a signer works with. */
export interface SignerOptions {
  readonly dialect: Dialect;
  readonly credentials: Credentials | CredentialProvider;
  readonly clock: ServerClock;
}

/** For an engine on this machine. Everything is in the parameters and no header is our own, so that a browser needs no preflight request. */
export const unsigned: Signer = {
  sign: async (request) => {
    const { action, version, format, form } = request;
    const common: Parameter[] = [
      ['Action', action],
      ['Version', version],
      ['Format', format],
    ];
    return wireRequest(request, { query: [...common, ...request.query], body: form?.bytes, headers: {} });
  },
  forget: () => false,
};

/** A signer whose code is loaded when it is first needed: pages that call a server of their own unsigned do without. */
export function lazySigner(options: SignerOptions): Signer {
  let loading: Promise<Signer> | undefined;
  let loaded: Signer | undefined;
  const load = async (): Promise<Signer> => {
    const { createSigner } = await import('./create-signer.ts');
    return (loaded = createSigner(options));
  };
  return {
    sign: async (request, signal) => (await (loading ??= load())).sign(request, signal),
    forget: () => loaded?.forget() ?? false,
  };
}
