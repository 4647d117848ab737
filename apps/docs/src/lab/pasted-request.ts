import type { ReceivedRequest } from '@semblance/signing/verify';
import { readCurl } from './read-curl.ts';
import { readRawRequest } from './read-raw-request.ts';

/** Why a pasted text is no request. */
export type PasteProblem = 'empty' | 'no-request-line' | 'bad-header' | 'no-address';

/** A pasted text, understood or not. */
export type Pasted =
  | { readonly ok: true; readonly request: ReceivedRequest }
  | { readonly ok: false; readonly problem: PasteProblem };

/** Reads a request from what a reader pastes: a raw HTTP request, or a curl command line. */
export function readPastedRequest(text: string): Pasted {
  const trimmed = text.trimStart();
  if (trimmed === '') return { ok: false, problem: 'empty' };
  return /^(?:\$\s*)?curl\s/u.test(trimmed) ? readCurl(trimmed) : readRawRequest(trimmed);
}
