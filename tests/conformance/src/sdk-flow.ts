import { signV1, signV3 } from '@semblance/signing';
import type { Parameter, SigningKey } from '@semblance/signing';
import type { ReceivedReply } from './match-reply.ts';
import { writeThenRead } from './send.ts';

/** How a client's requests look. Every value of every property is some SDK's. */
export interface RequestShape {
  readonly dialect: 'V3' | 'V1';
  /** V1: where the common parameters stand, and those of the operation. */
  readonly placement: 'all-in-body' | 'all-in-query' | 'common-in-query';
  readonly chunked: boolean;
  readonly key: SigningKey;
  /** Headers that the signature covers beside the usual ones (V3). */
  readonly signedExtra: Readonly<Record<string, string>>;
  /** Headers that it does not cover. */
  readonly unsignedExtra: Readonly<Record<string, string>>;
  /** Headers, a form's fields and parameters are sent in this order: any permutation, as numbers to sort by. */
  readonly order: readonly number[];
  readonly format: 'JSON' | 'XML' | undefined;
  /** The name the client gives itself. */
  readonly userAgent: string | undefined;
  /** Line breaks between the file and the boundary after it. */
  readonly lineBreaks: 0 | 1 | 2;
  /** Whether the field `success_action_status` comes behind the file. */
  readonly statusLast: boolean;
  readonly boundary: string;
}

/** What a shape is sent to. */
export interface FlowTarget {
  readonly port: number;
  readonly tls: boolean;
}

/** Where several such requests wait for one core, what the test asserts about time is its own. */
const timeoutMs = 60_000;

/** Sends one signed call of the API. */
export async function callApi(
  target: FlowTarget,
  shape: RequestShape,
  call: {
    readonly method: 'GET' | 'POST';
    readonly action: string;
    readonly version: string;
    readonly parameters: readonly Parameter[];
  },
): Promise<ReceivedReply> {
  const { query, body, headers } = await (shape.dialect === 'V3' ? signedV3 : signedV1)(target, shape, call);
  const head: Parameter[] = [...Object.entries(headers), ...Object.entries(shape.unsignedExtra)];
  return send(target, shape, { line: `${call.method} /${query === '' ? '' : `?${query}`} HTTP/1.1`, head, body });
}

type ApiCall = Parameters<typeof callApi>[2];

interface Signed {
  readonly query: string;
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

const formType = 'application/x-www-form-urlencoded';

async function signedV3({ port }: FlowTarget, shape: RequestShape, call: ApiCall): Promise<Signed> {
  const { method, action, version, parameters } = call;
  const format: Parameter[] = shape.format === undefined ? [] : [['Format', shape.format]];
  const query: Parameter[] = method === 'GET' ? [...parameters, ...format] : format;
  const body = Buffer.from(method === 'GET' ? '' : encode(inOrder(parameters, shape.order)));
  const { headers } = await signV3({
    method,
    action,
    version,
    host: `127.0.0.1:${port}`,
    query,
    body,
    contentType: method === 'GET' ? undefined : formType,
    extraHeaders: shape.signedExtra,
    key: shape.key,
    date: new Date(),
    nonce: crypto.randomUUID(),
  });
  return { query: encode(inOrder(query, shape.order)), body, headers };
}

async function signedV1(_target: FlowTarget, shape: RequestShape, call: ApiCall): Promise<Signed> {
  const { method, action, version, parameters } = call;
  const { commonParameters } = await signV1({
    method,
    action,
    version,
    format: shape.format ?? 'JSON',
    parameters: [...parameters, ['SignatureType', '']],
    key: shape.key,
    date: new Date(),
    nonce: crypto.randomUUID(),
  });
  const common: Parameter[] = [...commonParameters, ['SignatureType', '']];
  const placement = method === 'GET' ? 'all-in-query' : shape.placement;
  const inQuery = placement === 'all-in-query' ? [...common, ...parameters] : placement === 'all-in-body' ? [] : common;
  const inBody =
    placement === 'all-in-body' ? [...common, ...parameters] : placement === 'all-in-query' ? [] : parameters;
  const headers = { 'x-acs-action': action, 'x-acs-version': version, 'content-type': formType, ...shape.signedExtra };
  return {
    query: encode(inOrder(inQuery, shape.order)),
    body: Buffer.from(encode(inOrder(inBody, shape.order))),
    headers,
  };
}

/** The call that authorises an upload. */
export const authorizeCall = {
  method: 'GET',
  action: 'AuthorizeFileUpload',
  version: '2019-12-19',
  parameters: [['Product', 'ImageSearch']],
} as const;

/** Authorises an upload, posts the file, and gives its address; or the first reply that is not a success. */
export async function upload(
  target: FlowTarget,
  shape: RequestShape,
  file: Uint8Array,
): Promise<{ readonly address: string } | { readonly refusal: ReceivedReply }> {
  const authorization = await callApi(
    target,
    { ...shape, format: 'JSON' },
    { ...authorizeCall, parameters: [...authorizeCall.parameters, ['RegionId', 'cn-shanghai']] },
  );
  if (authorization.status !== 200) return { refusal: authorization };
  const grant = JSON.parse(authorization.body) as Record<string, string>;
  const { head, body } = uploadForm(shape, grant, file);
  const posted = await send(target, shape, { line: 'POST / HTTP/1.1', head, body });
  if (posted.status !== 201) return { refusal: posted };
  return { address: `http://${grant['Bucket']}.${grant['Endpoint']}/${grant['ObjectKey']}` };
}

/** An upload form as some SDK writes it. */
export function uploadForm(
  { boundary, order, lineBreaks, statusLast, userAgent }: RequestShape,
  grant: Readonly<Record<string, string>>,
  file: Uint8Array,
): { readonly head: Parameter[]; readonly body: Buffer } {
  const before: Parameter[] = [
    ['OSSAccessKeyId', grant['AccessKeyId'] ?? ''],
    ['policy', grant['EncodedPolicy'] ?? ''],
    ['Signature', grant['Signature'] ?? ''],
    ['key', grant['ObjectKey'] ?? ''],
  ];
  const status: Parameter = ['success_action_status', '201'];
  const field = ([name, value]: Parameter): string =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const leading = inOrder(statusLast ? before : [...before, status], order)
    .map(field)
    .join('');
  const fileHead = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${grant['ObjectKey'] ?? ''}"\r\nContent-Type: \r\n\r\n`;
  const trailing = `${'\r\n'.repeat(lineBreaks)}${statusLast ? `${field(status)}\r\n` : ''}--${boundary}--\r\n`;
  const head: Parameter[] = [['content-type', `multipart/form-data; boundary=${boundary}`]];
  if (userAgent !== undefined) head.push(['user-agent', userAgent]);
  return { head, body: Buffer.concat([Buffer.from(leading + fileHead), file, Buffer.from(trailing)]) };
}

interface Draft {
  readonly line: string;
  readonly head: readonly Parameter[];
  readonly body: Buffer;
}

function send({ port, tls }: FlowTarget, shape: RequestShape, { line, head, body }: Draft): Promise<ReceivedReply> {
  const framing: Parameter[] = shape.chunked && body.length > 0 ? [['transfer-encoding', 'chunked']] : [];
  const length: Parameter[] =
    framing.length > 0 || line.startsWith('GET') ? [] : [['content-length', String(body.length)]];
  const host: Parameter = ['host', `127.0.0.1:${port}`];
  const lines = inOrder([host, ...head, ...framing, ...length], shape.order).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const pieces = [Buffer.from(`${line}\r\n${lines.join('')}\r\n`), ...(framing.length > 0 ? chunks(body) : [body])];
  return writeThenRead({ port, tls, pieces, timeoutMs });
}

function chunks(body: Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0, size = 5; at < body.length; at += size, size = Math.min(size * 3, 262_144)) {
    const piece = body.subarray(at, at + size);
    pieces.push(Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n'));
  }
  return [...pieces, Buffer.from('0\r\n\r\n')];
}

function encode(parameters: readonly Parameter[]): string {
  return parameters.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
}

/** A permutation; where fewer numbers than items are given they are used again. */
function inOrder<Item>(items: readonly Item[], order: readonly number[]): Item[] {
  return items
    .map((item, index) => ({ item, rank: order.length === 0 ? index : (order[index % order.length] ?? 0) }))
    .sort((left, right) => left.rank - right.rank)
    .map(({ item }) => item);
}
