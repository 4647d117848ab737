import { headerValue } from '../received-request.ts';
import type { HeaderMap } from '../canonical-headers.ts';

/** Headers in which proxies forward the host they replaced. */
const forwardingHeaders = ['x-forwarded-host', 'x-original-host', 'x-host'];

/**
 * Hosts the caller may have signed instead of the received one: with and without port, local names, hosts from forwarding headers, and
 * names of the server. Most likely first, without duplicates and without the received host.
 */
export function hostCandidates(headers: HeaderMap, knownHosts: readonly string[]): readonly string[] {
  const received = headerValue(headers, 'host') ?? '';
  const { name, port } = splitHost(received);
  const forwarded = [
    ...forwardingHeaders.map((header) => headerValue(headers, header)?.split(',')[0]?.trim()),
    forwardedHost(headers),
  ];
  const originals = [...forwarded.filter((host) => host !== undefined), ...knownHosts];
  const names = [
    name,
    ...(localNames.includes(name.toLowerCase()) ? localNames : []),
    ...originals.map((host) => splitHost(host).name),
  ];
  const ports = new Set([
    port,
    ...originals.map((host) => splitHost(host).port),
    headerValue(headers, 'x-forwarded-port'),
    '',
    '80',
    '443',
  ]);
  const combined = names.flatMap((host) =>
    [...ports].filter((each) => each !== undefined).map((each) => (each === '' ? host : `${host}:${each}`)),
  );
  const all = [...originals, ...combined, received.toLowerCase()];
  return [...new Set(all)].filter((host) => host !== '' && host !== received).slice(0, maxCandidates);
}

const maxCandidates = 64;
const localNames = ['localhost', '127.0.0.1', '[::1]', '0.0.0.0'];

function forwardedHost(headers: HeaderMap): string | undefined {
  return /(?:^|[;,\s])host="?(?<host>[^";,\s]+)/i.exec(headerValue(headers, 'forwarded') ?? '')?.groups?.['host'];
}

function splitHost(host: string): { readonly name: string; readonly port: string } {
  const match = /^(?<name>.*?)(?::(?<port>\d*))?$/.exec(host);
  return { name: match?.groups?.['name'] ?? host, port: match?.groups?.['port'] ?? '' };
}
