import type { ConnectionFacts } from '../read/http-request.ts';

/** Host for uploads, in the two parts that clients join with a dot. */
export interface AdvertisedAddress {
  readonly bucket: string;
  readonly endpoint: string;
  /** Host, and port if any. */
  readonly authority: string;
}

/**
 * Splits the host used by callers at its first dot: `127.0.0.1:8443` → `127` and `0.0.1:8443`. A host without a dot (`localhost`, an IPv6
 * literal) is replaced by the IPv4 address of the connection's local end.
 * @param configured  takes precedence over the caller's `Host`.
 */
export function advertisedAddress(
  configured: string | undefined,
  host: string | undefined,
  { localAddress, localPort }: Pick<ConnectionFacts, 'localAddress' | 'localPort'>,
): AdvertisedAddress {
  const wanted = configured ?? (isDottedName(host) ? host : undefined) ?? `${ipv4Of(localAddress)}:${localPort}`;
  const dot = wanted.indexOf('.');
  return { bucket: wanted.slice(0, dot), endpoint: wanted.slice(dot + 1), authority: wanted };
}

function isDottedName(host: string | undefined): host is string {
  return host !== undefined && /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?$/i.test(host);
}

function ipv4Of(address: string): string {
  const mapped = /(?<ipv4>\d{1,3}(?:\.\d{1,3}){3})$/.exec(address)?.groups?.['ipv4'];
  return mapped ?? '127.0.0.1';
}
