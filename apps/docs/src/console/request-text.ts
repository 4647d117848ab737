import type { CapturedRequest } from './captured-exchange.ts';

const longestShown = 48;

/** The request as it went over the wire, pictures shortened so that it can be read. */
export function requestText({ method, url, headers, body }: CapturedRequest): string {
  const { pathname, search, host } = new URL(url);
  const lines = headers.map(([name, value]) => `${name}: ${value}`);
  const fields = new TextDecoder()
    .decode(body)
    .split('&')
    .map((field) => shorten(field));
  return [
    `${method} ${pathname}${shortenQuery(search)} HTTP/1.1`,
    `host: ${host}`,
    ...lines,
    '',
    fields.join('&\n'),
  ].join('\n');
}

function shortenQuery(search: string): string {
  return search
    .split('&')
    .map((field) => shorten(field))
    .join('&');
}

function shorten(field: string): string {
  const equals = field.indexOf('=');
  const value = field.slice(equals + 1);
  if (equals === -1 || value.length <= longestShown * 2) return field;
  return `${field.slice(0, equals + 1)}${value.slice(0, longestShown)}… (${value.length})`;
}
