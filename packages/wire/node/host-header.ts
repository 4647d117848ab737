import type { IncomingMessage } from 'node:http';

/** What stands in no host and port (RFC 3986, 3.2): white space and the delimiters of what may lie around them. */
const foreign = /[\s/\\?#@,]/;

/**
 * What is wrong with a request's header `Host`; `undefined` where nothing is. HTTP/1.1 requires one and no second (RFC 9112, 3.2): servers in a row may
 * believe different ones. HTTP/1.0 needs none.
 * @param message  its `rawHeaders` are looked at, as Node keeps only the first of several.
 */
export function hostComplaint({
  httpVersion,
  rawHeaders,
}: Pick<IncomingMessage, 'httpVersion' | 'rawHeaders'>): string | undefined {
  const hosts = rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === 'host');
  if (hosts.length > 1) return 'The request has more than one header Host; send one.';
  if (hosts.length === 0 && httpVersion !== '1.0')
    return 'The request has no header Host, which HTTP/1.1 requires; send it.';
  return foreign.test(hosts[0] ?? '')
    ? 'The header Host names no host; send a name or address, and a port where there is one.'
    : undefined;
}
