import { isLoopback, parseServerAddress } from '@semblance/wire/server-address';
import { ConfigurationError } from '../errors/configuration-error.ts';

/** Address of the server, in parts. */
export interface Endpoint {
  /** Scheme and host, without a final slash. */
  readonly origin: string;
  /** `http:` or `https:`. */
  readonly protocol: string;
  /** The `Host` header as it will be sent: a default port is left out. */
  readonly host: string;
  readonly hostname: string;
  /** Whether the server is on this machine. */
  readonly isLoopback: boolean;
}

/**
 * Parses an endpoint: an address, or a bare host.
 * @throws ConfigurationError for anything beyond scheme, host and port, as every operation is at `/`.
 */
export function parseEndpoint(endpoint: string | URL): Endpoint {
  const url = endpoint == null ? undefined : parseServerAddress(String(endpoint).trim());
  const isBare = url?.pathname === '/' && `${url.search}${url.hash}${url.username}${url.password}` === '';
  if (!isBare || !/^https?:$/.test(url.protocol)) {
    throw new ConfigurationError(
      `The option "endpoint" ${endpoint == null ? 'is missing' : 'cannot be used'}: an http or https address without a path, or a host name, is needed.`,
    );
  }
  const { origin, protocol, host, hostname } = url;
  return { origin, protocol, host, hostname, isLoopback: isLoopback(hostname) };
}
