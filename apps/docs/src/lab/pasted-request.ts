import type { Pasted } from './pasted.ts';
import { readCurl } from './read-curl.ts';
import { readRawRequest } from './read-raw-request.ts';

/** Reads a request from what a reader pastes: a raw HTTP request, or a curl command line. */
export function readPastedRequest(text: string): Pasted {
  const trimmed = text.trimStart();
  if (trimmed === '') return { ok: false, problem: 'empty' };
  return /^(?:\$\s*)?curl\s/u.test(trimmed) ? readCurl(trimmed) : readRawRequest(trimmed);
}
