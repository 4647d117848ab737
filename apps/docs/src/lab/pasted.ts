import type { ReceivedRequest } from '@semblance/signing/verify';

/** Why a pasted text is not a request. */
export type PasteProblem = 'empty' | 'no-request-line' | 'bad-header' | 'no-address';

/** A pasted text, understood or not. */
export type Pasted =
  | { readonly ok: true; readonly request: ReceivedRequest }
  | { readonly ok: false; readonly problem: PasteProblem };
