import type { RawRequest } from './raw-request.ts';

/** Reads a fetch `Request` to its end. The caller's copy is left untouched. */
export async function fromFetchRequest(request: Request): Promise<RawRequest> {
  const headers = [...request.headers.entries()];
  const body = request.body === null ? new Uint8Array() : new Uint8Array(await request.clone().arrayBuffer());
  return { method: request.method.toUpperCase(), url: request.url, headers: withHost(headers, request.url), body };
}

/** Fetch keeps `Host` from scripts; it is signed all the same, and equals the address's. */
function withHost(headers: [string, string][], url: string): readonly (readonly [string, string])[] {
  return headers.some(([name]) => name === 'host') ? headers : [...headers, ['host', new URL(url).host]];
}
