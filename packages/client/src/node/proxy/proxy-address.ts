import { ConfigurationError } from '../../errors/configuration-error.ts';

/** A proxy as the client uses it. */
export interface ProxyAddress {
  /** `http:` or `https:`: how the proxy itself is spoken to. */
  readonly protocol: string;
  /** Without the brackets of an IPv6 address. */
  readonly hostname: string;
  readonly port: number;
  /** For messages: without user and password. */
  readonly name: string;
  /** Headers a proxy that asks for a password wants. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Reads the address of a proxy. @throws ConfigurationError for what is no `http:` or `https:` address. */
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
