import { ConfigurationError } from '../errors/configuration-error.ts';

/** Where requests go. */
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
 * Reads an endpoint: an address, or a bare host as the cloud's documentation lists them. A bare host means HTTPS, on the
 * loopback interface HTTP.
 * @throws ConfigurationError for anything but scheme, host and port: every operation is at `/`.
 */
export function parseEndpoint(endpoint: string | URL): Endpoint {
  const url = parseAddress(String(endpoint).trim());
  if ((url.protocol !== 'https:' && url.protocol !== 'http:') || url.hostname === '') {
    throw new ConfigurationError(`The endpoint has to be an http or https address, not "${url.protocol}".`);
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '') {
    throw new ConfigurationError(
      'The endpoint has to be scheme, host and port alone, for example https://imagesearch.cn-shanghai.aliyuncs.com.',
    );
  }
  const { origin, protocol, host, hostname } = url;
  return { origin, protocol, host, hostname, isLoopback: isLoopback(hostname) };
}

function parseAddress(text: string): URL {
  try {
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return new URL(text);
    const url = new URL(`http://${text}`);
    return isLoopback(url.hostname) ? url : new URL(`https://${text}`);
  } catch (cause) {
    throw new ConfigurationError(
      'The endpoint is no address. Give it as http://127.0.0.1:8080 or as a host name.',
      cause,
    );
  }
}

function isLoopback(hostname: string): boolean {
  return /^(?:127(?:\.\d+){3}|\[::1\]|(?:.+\.)?localhost)$/.test(hostname);
}
