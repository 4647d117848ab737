import { percentEncode } from '@semblance/signing';
import type { Parameter } from '@semblance/signing';
import { formMediaType } from '@semblance/spec/protocol';
import type { OperationRequest } from './operation-request.ts';
import type { WireRequest } from './transport.ts';

/** The parts of a signed request, by place. */
export interface Placement {
  readonly query: readonly Parameter[];
  readonly body?: Uint8Array<ArrayBuffer> | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/** Assembles a request. */
export function wireRequest(request: OperationRequest, { query, body, headers }: Placement): WireRequest {
  const search = query.map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`).join('&');
  return {
    url: `${request.endpoint.origin}/${search === '' ? '' : `?${search}`}`,
    method: request.method,
    headers: body === undefined ? headers : { 'content-type': formMediaType, ...headers },
    body: body === undefined ? undefined : [body],
  };
}
