import { ConfigurationError } from '../../errors/configuration-error.ts';

/** Address of a proxy, in parts. */
export interface ProxyAddress {
  /** Protocol to the proxy itself, `http:` or `https:`. */
  readonly protocol: string;
  /** Without the brackets of an IPv6 address. */
  readonly hostname: string;
  readonly port: number;
  /** Address for messages, without user and password. */
  readonly name: string;
  /** Authorisation header, if there is a password. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Reads the address of a proxy. @throws ConfigurationError for anything but an `http:` or `https:` address. */
export function parseProxy(proxy: string | URL): ProxyAddress {
  const url = addressOf(String(proxy));
  const { protocol, hostname, username, password, host } = url;
  const login = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64');
  return {
    protocol,
    hostname: hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (protocol === 'https:' ? 443 : 80),
    name: `${protocol}//${host}`,
    headers: username === '' ? {} : { 'proxy-authorization': `Basic ${login}` },
  };
}

function addressOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol)) return url;
  throw new ConfigurationError(
    'The option "proxy" has to be the address of an HTTP proxy, for example http://proxy.example:3128.',
  );
}
