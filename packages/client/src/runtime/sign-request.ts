import { percentEncode, signV1, signV3 } from '@semblance/signing';
import type { Parameter } from '@semblance/signing';
import { formMediaType } from '@semblance/spec/protocol';
import { encodeForm } from '@semblance/wire/form';
import type { Credentials } from '../credentials/credentials.ts';
import type { OperationRequest } from './operation-request.ts';
import type { WireRequest } from './transport.ts';

/** V3: in the headers, HMAC-SHA256. V1: in the parameters, HMAC-SHA1, for servers that know nothing newer. */
export type Dialect = 'V3' | 'V1';

/** What one attempt is signed with. */
export interface SigningContext {
  readonly dialect: Dialect;
  /** `undefined`: the request is sent unsigned, to an engine on this machine. */
  readonly credentials: Credentials | undefined;
  readonly date: Date;
  /** New for every attempt. */
  readonly nonce: string;
}

/** Signs a request; to be called anew for every attempt. */
export async function signRequest(request: OperationRequest, context: SigningContext): Promise<WireRequest> {
  const { credentials } = context;
  if (credentials === undefined) return unsigned(request);
  return context.dialect === 'V1'
    ? inV1(request, { ...context, credentials })
    : inV3(request, { ...context, credentials });
}

type WithCredentials = SigningContext & { readonly credentials: Credentials };

/** Everything in the parameters and no header of our own, so that a browser needs no preflight request. */
function unsigned(request: OperationRequest): WireRequest {
  const { action, version, format, form } = request;
  const common: Parameter[] = [
    ['Action', action],
    ['Version', version],
    ['Format', format],
  ];
  return wireRequest(request, { query: [...common, ...request.query], body: form?.bytes, headers: {} });
}

async function inV3(request: OperationRequest, { credentials, date, nonce }: WithCredentials): Promise<WireRequest> {
  const { form, method, endpoint, action, version } = request;
  const isXml = request.format === 'XML';
  const query: Parameter[] = isXml ? [['Format', 'XML'], ...request.query] : [...request.query];
  const { headers } = await signV3({
    method,
    host: endpoint.host,
    query,
    action,
    version,
    contentType: form === undefined ? undefined : formMediaType,
    body: form?.bytes,
    bodySha256: await form?.sha256(),
    key: credentials,
    date,
    nonce,
  });
  const accept = isXml ? 'text/xml' : 'application/json';
  return wireRequest(request, { query, body: form?.bytes, headers: { ...headers, accept } });
}

/** The common parameters go where the others are; in a POST that keeps the signature out of addresses and their logs. */
async function inV1(request: OperationRequest, { credentials, date, nonce }: WithCredentials): Promise<WireRequest> {
  const { form, method, action, version, format } = request;
  const parameters = [...request.query, ...(form?.fields ?? [])];
  const { commonParameters } = await signV1({
    method,
    action,
    version,
    format,
    parameters,
    key: credentials,
    date,
    nonce,
  });
  if (form === undefined) return wireRequest(request, { query: [...request.query, ...commonParameters], headers: {} });
  const body = joined(form.bytes, encodeForm(commonParameters));
  return wireRequest(request, { query: request.query, body, headers: {} });
}

interface Placement {
  readonly query: readonly Parameter[];
  readonly body?: Uint8Array<ArrayBuffer> | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

function wireRequest(request: OperationRequest, { query, body, headers }: Placement): WireRequest {
  const search = query.map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`).join('&');
  return {
    url: `${request.endpoint.origin}/${search === '' ? '' : `?${search}`}`,
    method: request.method,
    headers: body === undefined ? headers : { 'content-type': formMediaType, ...headers },
    body,
  };
}

function joined(form: Uint8Array, more: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(form.length + 1 + more.length);
  bytes.set(form);
  bytes[form.length] = 0x26;
  bytes.set(more, form.length + 1);
  return bytes;
}
