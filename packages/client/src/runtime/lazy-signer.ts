import type { Parameter } from '@semblance/signing';
import type { Signer, SignerOptions } from './signer.ts';
import { wireRequest } from './wire-request.ts';

/** Signer for an engine on this machine. It sends parameters only and no headers of its own, so that a browser needs no preflight request. */
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
  mend: () => false,
};

/** A signer whose code is loaded on first use, as pages that call a server unsigned do not need it. */
export function lazySigner(options: SignerOptions): Signer {
  let loading: Promise<Signer> | undefined;
  let loaded: Signer | undefined;
  const load = async (): Promise<Signer> => {
    const { createSigner } = await import('./create-signer.ts');
    return (loaded = createSigner(options));
  };
  return {
    sign: async (request, signal) => (await (loading ??= load())).sign(request, signal),
    mend: (error, dateHeader) => loaded?.mend(error, dateHeader) ?? false,
  };
}
