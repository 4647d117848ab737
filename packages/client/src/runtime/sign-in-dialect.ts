import { bodySha256 } from '#platform';
import { sha256Hex, signV1, signV3 } from '@semblance/signing';
import type { Parameter } from '@semblance/signing';
import { formMediaType } from '@semblance/spec/protocol';
import { encodeForm } from '@semblance/wire/form';
import type { Credentials } from '../credentials/credentials.ts';
import type { Form, OperationRequest } from './operation-request.ts';
import type { Dialect } from './signer.ts';
import type { WireRequest } from './transport.ts';
import { wireRequest } from './wire-request.ts';

/** Inputs of a signature besides the request: everything that varies between attempts. */
export interface DialectContext {
  readonly dialect: Dialect;
  readonly credentials: Credentials;
  readonly date: Date;
  /** New for every attempt. */
  readonly nonce: string;
}

/** Signs a request in one of the two dialects. */
export function signInDialect(request: OperationRequest, context: DialectContext): Promise<WireRequest> {
  return context.dialect === 'V1' ? inV1(request, context) : inV3(request, context);
}

const hashes = new WeakMap<Form, Promise<string>>();

/** Hashes a form once for all attempts. */
function bodyHash(form: Form): Promise<string> {
  const hash = hashes.get(form) ?? (bodySha256 ?? sha256Hex)(form.bytes);
  hashes.set(form, hash);
  return hash;
}

async function inV3(request: OperationRequest, { credentials, date, nonce }: DialectContext): Promise<WireRequest> {
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
    bodySha256: form === undefined ? undefined : await bodyHash(form),
    extraHeaders: {
      'x-acs-credentials-provider': credentials.securityToken === undefined ? 'static_ak' : 'static_sts',
    },
    key: credentials,
    date,
    nonce,
  });
  const accept = isXml ? 'text/xml' : 'application/json';
  return wireRequest(request, { query, body: form?.bytes, headers: { ...headers, accept } });
}

/** Signs in V1. The common parameters go where the others are, which in a POST keeps the signature out of addresses and logs. */
async function inV1(request: OperationRequest, { credentials, date, nonce }: DialectContext): Promise<WireRequest> {
  const { form, method, action, version, format } = request;
  const parameters = [...request.query, ...(form?.fields() ?? [])];
  const signed = await signV1({ method, action, version, format, parameters, key: credentials, date, nonce });
  if (form === undefined)
    return wireRequest(request, { query: [...request.query, ...signed.commonParameters], headers: {} });

  const body = joined(form.bytes, encodeForm(signed.commonParameters));
  return wireRequest(request, { query: request.query, body, headers: {} });
}

function joined(form: Uint8Array, more: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(form.length + 1 + more.length);
  bytes.set(form);
  bytes[form.length] = 0x26;
  bytes.set(more, form.length + 1);
  return bytes;
}
