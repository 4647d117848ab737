import type { RawRequest } from './raw-request.ts';

/** Reads a fetch `Request` to its end. The caller's copy can still be read. */
export async function fromFetchRequest(request: Request): Promise<RawRequest> {
  const headers = [...request.headers.entries()];
  const body = request.body === null ? new Uint8Array() : new Uint8Array(await request.clone().arrayBuffer());
  return { method: request.method.toUpperCase(), url: request.url, headers: withHost(headers, request.url), body };
}

/** Adds `Host`, which fetch hides from scripts although it is signed; it equals the address's host. */
function withHost(headers: [string, string][], url: string): readonly (readonly [string, string])[] {
  return headers.some(([name]) => name === 'host') ? headers : [...headers, ['host', new URL(url).host]];
}
