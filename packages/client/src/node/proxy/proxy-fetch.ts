import type { Fetch } from '../../runtime/fetch-transport.ts';
import type { Transport, WireAnswer, WireRequest } from '../../runtime/transport.ts';
import { parseProxy } from './proxy-address.ts';

/**
 * A `fetch` through an HTTP proxy, for the option `fetch` of other clients. Requests to `http:` addresses are sent to the proxy, those to
 * `https:` addresses through a tunnel.
 * @param proxy  address of the proxy, with user and password if required.
 * @throws ConfigurationError for an invalid address.
 */
export function proxyFetch(proxy: string | URL): Fetch {
  const address = parseProxy(proxy);
  let loading: Promise<Transport> | undefined;
  const load = async (): Promise<Transport> => (await import('./send-through-proxy.ts')).proxySender(address);
  return async (url, { method = 'GET', headers, body, signal }) => {
    const send = await (loading ??= load());
    const request: WireRequest = {
      url,
      method: method as WireRequest['method'],
      headers: Object.fromEntries(new Headers(headers)),
      body: body == null ? undefined : [new Uint8Array(await new Response(body).arrayBuffer())],
    };
    const bounds = { signal: signal ?? new AbortController().signal, maxAnswerBytes: Number.POSITIVE_INFINITY };
    return responseOf(await send(request, bounds));
  };
}

function responseOf({ status, headers, text, isCutOff }: WireAnswer): Response {
  const hasBody = status !== 204 && status !== 205 && status !== 304;
  const body = isCutOff ? brokenOff() : text;
  return new Response(hasBody ? body : null, { status, headers });
}

function brokenOff(): ReadableStream {
  return new ReadableStream({ start: (controller) => controller.error(new Error('The answer was cut off.')) });
}
