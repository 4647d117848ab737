import type { Fetch } from '../../runtime/fetch-transport.ts';
import type { Transport, WireAnswer, WireRequest } from '../../runtime/transport.ts';
import { parseProxy } from './proxy-address.ts';

/**
 * A `fetch` that goes through an HTTP proxy: the option `proxy` as a function, for the option `fetch` of other clients. Requests to
 * `http:` addresses are handed to the proxy, those to `https:` addresses go through a tunnel.
 * @param proxy  address of the proxy, with user and password if it wants them.
 * @throws ConfigurationError when the address is not of that form.
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
