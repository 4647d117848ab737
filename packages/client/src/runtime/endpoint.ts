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
 * Parses an endpoint: an address, or a bare host as listed in the cloud's documentation. A bare host means HTTPS, on the loopback interface
 * HTTP.
 * @throws ConfigurationError for anything beyond scheme, host and port, as every operation is at `/`.
 */
export function parseEndpoint(endpoint: string | URL): Endpoint {
  const url = endpoint == null ? undefined : parseAddress(String(endpoint).trim());
  const isBare = url?.pathname === '/' && `${url.search}${url.hash}${url.username}${url.password}` === '';
  if (!isBare || !/^https?:$/.test(url.protocol)) {
    throw new ConfigurationError(
      `The option "endpoint" ${endpoint == null ? 'is missing' : 'cannot be used'}: an http or https address without a path, or a host name, is needed.`,
    );
  }
  const { origin, protocol, host, hostname } = url;
  return { origin, protocol, host, hostname, isLoopback: isLoopback(hostname) };
}

function parseAddress(text: string): URL | undefined {
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`);
    return text.startsWith(url.protocol) || isLoopback(url.hostname) ? url : new URL(`https://${text}`);
  } catch {
    return undefined;
  }
}

function isLoopback(hostname: string): boolean {
  return /^(?:127(?:\.\d+){3}|\[::1\]|(?:.+\.)?localhost)$/.test(hostname);
}
