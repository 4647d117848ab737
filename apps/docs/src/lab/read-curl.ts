import parseArguments from 'string-argv';
import { formMediaType } from '@semblance/spec/protocol';
import type { Pasted } from './pasted.ts';

interface CurlParts {
  method: string | undefined;
  address: string | undefined;
  headers: [string, string][];
  data: string[];
  get: boolean;
}

/** Options with a value that change the request. */
const handlers: Readonly<Record<string, (parts: CurlParts, value: string) => void>> = {
  '-X': (parts, value) => (parts.method = value),
  '--request': (parts, value) => (parts.method = value),
  '-H': addHeader,
  '--header': addHeader,
  '-d': addData,
  '--data': addData,
  '--data-raw': addData,
  '--data-binary': addData,
  '--data-ascii': addData,
  '--data-urlencode': (parts, value) => addData(parts, encodeAfterName(value)),
  '--url': (parts, value) => (parts.address = value),
};

/** Options with a value that do not affect a signature. */
const ignoredWithValue = new Set([
  '-o',
  '--output',
  '-m',
  '--max-time',
  '--connect-timeout',
  '-w',
  '--write-out',
  '--cacert',
]);

/** Reads a curl command line as the request that curl would send. Data from files (`@name`) cannot be read and is kept as written. */
export function readCurl(text: string): Pasted {
  const parts = readOptions(parseArguments(text.replace(/^\$\s*/u, '').replaceAll(/\\\r?\n/gu, ' ')).slice(1));
  const url = parts.address === undefined ? undefined : parseAddress(parts.address);
  if (url === undefined) return { ok: false, problem: 'no-address' };
  const data = parts.data.join('&');
  const hasBody = parts.data.length > 0 && !parts.get;
  const query = parts.get && data !== '' ? `${url.search === '' ? '?' : '&'}${data}` : '';
  const method = parts.method ?? (hasBody ? 'POST' : 'GET');
  const headers = withDefaults(parts.headers, url.host, hasBody);
  const body = new TextEncoder().encode(hasBody ? data : '');
  return {
    ok: true,
    request: { method: method.toUpperCase(), target: `${url.pathname}${url.search}${query}`, headers, body },
  };
}

function readOptions(words: readonly string[]): CurlParts {
  const parts: CurlParts = { method: undefined, address: undefined, headers: [], data: [], get: false };
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const handle = handlers[word];
    if (handle !== undefined || ignoredWithValue.has(word)) {
      index += 1;
      handle?.(parts, words[index] ?? '');
    } else if (word === '-G' || word === '--get') {
      parts.get = true;
    } else if (!word.startsWith('-')) {
      parts.address = word;
    }
  }
  return parts;
}

function addHeader(parts: CurlParts, value: string): void {
  const colon = value.indexOf(':');
  if (colon > 0) parts.headers.push([value.slice(0, colon).trim(), value.slice(colon + 1).trim()]);
}

function addData(parts: CurlParts, value: string): void {
  parts.data.push(value);
}

function encodeAfterName(value: string): string {
  const equals = value.indexOf('=');
  return equals === -1
    ? encodeURIComponent(value)
    : `${value.slice(0, equals)}=${encodeURIComponent(value.slice(equals + 1))}`;
}

function parseAddress(address: string): URL | undefined {
  const absolute = /^[a-z]+:\/\//iu.test(address) ? address : `http://${address}`;
  return URL.canParse(absolute) ? new URL(absolute) : undefined;
}

/** The headers curl adds by itself. */
function withDefaults(headers: [string, string][], host: string, hasBody: boolean): [string, string][] {
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  const added: [string, string][] = names.has('host') ? [] : [['host', host]];
  if (hasBody && !names.has('content-type')) added.push(['content-type', formMediaType]);
  return [...added, ...headers];
}
