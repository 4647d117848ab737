import { signV1, signV3 } from '@semblance/signing';
import { acs3HmacSm3 } from '@semblance/signing/sm3';
import type { SigningDirective } from './case-file.ts';
import { pictureNamed } from './pictures.ts';

/** A request of a case, ready to be sent. */
export interface WrittenRequest {
  readonly bytes: Buffer;
  /** Length of the head, the empty line included. */
  readonly headBytes: number;
}

/** What a request is written with. */
export interface WriteOptions {
  readonly port: number;
  readonly format: 'JSON' | 'XML' | undefined;
  readonly sign: SigningDirective | undefined;
  readonly captured: ReadonlyMap<string, string>;
}

/**
 * Turns the text of a request into bytes: placeholders are filled in, line ends of the head become CRLF, `host` and
 * `content-length` are added where they are missing, and the request is signed if the case says so. A request that begins with
 * `raw:` is sent as it is.
 */
export async function writeRequest(text: string, options: WriteOptions): Promise<WrittenRequest> {
  if (text.startsWith('raw:')) {
    const bytes = Buffer.from(text.slice(4).trim().replaceAll('\\r', '\r').replaceAll('\\n', '\n'), 'latin1');
    return { bytes, headBytes: bytes.length };
  }
  const at = text.indexOf('\n\n');
  const head = fillIn(at === -1 ? text : text.slice(0, at), options);
  const [requestLine = '', ...headerLines] = head.split('\n');
  const draft: Draft = {
    requestLine,
    headers: headerLines.map(splitHeader),
    body: at === -1 ? '' : fillIn(bodyOf(text.slice(at + 2), headerLines), options),
  };
  const { headers, body, requestLine: line } = await signed(draft, options);
  const bodyBytes = framed(Buffer.from(body, 'latin1'), headers);
  const complete = completed(headers, bodyBytes.length, options.port);
  const headBytes = Buffer.from(
    `${line}\r\n${complete.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
    'latin1',
  );
  return { bytes: Buffer.concat([headBytes, bodyBytes]), headBytes: headBytes.length };
}

/** A body as its headers announce it: as it is, or in chunks of uneven size. */
function framed(body: Buffer, headers: readonly Header[]): Buffer {
  const chunked = headers.some(([name, value]) => /^transfer-encoding$/i.test(name) && value === 'chunked');
  if (!chunked) return body;
  const pieces: Buffer[] = [];
  for (let at = 0, size = 7; at < body.length; at += size, size = (size * 7) % 65_521) {
    const piece = body.subarray(at, at + size);
    pieces.push(Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n'));
  }
  return Buffer.concat([...pieces, Buffer.from('0\r\n\r\n')]);
}

type Header = readonly [name: string, value: string];

interface Draft {
  readonly requestLine: string;
  readonly headers: readonly Header[];
  readonly body: string;
}

function splitHeader(line: string): Header {
  const colon = line.indexOf(':');
  return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
}

/** Form bodies may be broken over lines; in multipart bodies line ends mean something and become CRLF. */
function bodyOf(text: string, headerLines: readonly string[]): string {
  return isMultipart(headerLines.map(splitHeader)) ? text.replaceAll('\n', '\r\n') : text.replaceAll('\n', '');
}

function isMultipart(headers: readonly Header[]): boolean {
  return headers.some(([name, value]) => /^content-type$/i.test(name) && value.startsWith('multipart/'));
}

function fillIn(text: string, { format, port, captured }: WriteOptions): string {
  return text.replaceAll(/\{\{([^}]+)\}\}/g, (_placeholder, name: string) => {
    const [kind = '', argument = ''] = name.split(' ');
    if (kind === 'picture') return encodeURIComponent(Buffer.from(pictureNamed(argument)).toString('base64'));
    if (kind === 'unescaped') return Buffer.from(pictureNamed(argument)).toString('base64');
    if (kind === 'file') return Buffer.from(pictureNamed(argument)).toString('latin1');
    if (kind === 'repeat') return 'a'.repeat(Number(argument));
    if (kind === 'port') return String(port);
    if (kind === 'Format') return format ?? '';
    const value = captured.get(kind);
    if (value === undefined) throw new Error(`There is no placeholder {{${name}}}.`);
    return argument === 'encoded' ? encodeURIComponent(value) : value;
  });
}

function completed(headers: readonly Header[], bodyBytes: number, port: number): Header[] {
  const has = (name: string): boolean => headers.some(([candidate]) => candidate.toLowerCase() === name);
  return [
    ...(has('host') ? [] : [['Host', `127.0.0.1:${port}`] as const]),
    ...headers,
    ...(has('content-length') || has('transfer-encoding') ? [] : [['Content-Length', String(bodyBytes)] as const]),
    ['Connection', 'close'],
  ];
}

async function signed(draft: Draft, { sign, port }: WriteOptions): Promise<Draft> {
  // The upload form carries its policy's signature, not the API's.
  if (sign === undefined || isMultipart(draft.headers)) return draft;
  const { accessKeyId, accessKeySecret, securityToken, shiftSeconds } = sign;
  const key = { accessKeyId, accessKeySecret, securityToken };
  const date = new Date(Date.now() + shiftSeconds * 1000);
  const common = { key, date, nonce: sign.nonce ?? crypto.randomUUID(), method: draft.requestLine.split(' ')[0] ?? '' };
  return sign.dialect === 'v3' ? signedV3(draft, { ...common, port, sign }) : signedV1(draft, { ...common, sign });
}

interface Common {
  readonly key: {
    readonly accessKeyId: string;
    readonly accessKeySecret: string;
    readonly securityToken: string | undefined;
  };
  readonly date: Date;
  readonly nonce: string;
  readonly method: string;
  readonly sign: SigningDirective;
}

async function signedV3(draft: Draft, { port, sign, ...common }: Common & { readonly port: number }): Promise<Draft> {
  const value = (name: string): string | undefined =>
    draft.headers.find(([candidate]) => candidate.toLowerCase() === name)?.[1];
  const { headers } = await signV3({
    ...common,
    host: value('host') ?? `127.0.0.1:${port}`,
    action: value('x-acs-action') ?? 'CompareSimilarByImage',
    version: value('x-acs-version') ?? '2020-12-14',
    contentType: sign.unsigned.includes(`content-type-of-${common.method.toLowerCase()}`)
      ? undefined
      : value('content-type'),
    extraHeaders: Object.fromEntries(sign.also.map((name) => [name, value(name) ?? ''])),
    algorithm: sign.sm3 ? acs3HmacSm3 : undefined,
    query: [...new URLSearchParams(draft.requestLine.split(' ')[1]?.split('?')[1] ?? '')],
    body: new TextEncoder().encode(draft.body),
  });
  const all = new Map(Object.entries(headers));
  for (const [name, changed] of sign.tamper) {
    if (changed === '') all.delete(name);
    else all.set(name, changed);
  }
  const own = draft.headers.filter(([name]) => !Object.hasOwn(headers, name.toLowerCase()));
  return { ...draft, headers: [...own, ...all] };
}

async function signedV1(draft: Draft, { sign, ...common }: Common): Promise<Draft> {
  const [method = '', target = '', protocol = ''] = draft.requestLine.split(' ');
  const parameters = [...new URLSearchParams(target.split('?')[1] ?? ''), ...new URLSearchParams(draft.body)];
  const has = new Map(parameters);
  const own = parameters.filter(([name]) => name !== 'Format' && name !== 'Action' && name !== 'Version');
  const { commonParameters } = await signV1({
    ...common,
    action: has.get('Action') ?? 'CompareSimilarByImage',
    version: has.get('Version') ?? '2020-12-14',
    format: has.get('Format'),
    parameters: own,
  });
  const all = new Map([...commonParameters, ...own]);
  for (const [name, changed] of sign.tamper) {
    if (changed === '') all.delete(name);
    else all.set(name, changed);
  }
  const write = (pairs: readonly (readonly [string, string])[]): string =>
    pairs.map(([name, text]) => `${name}=${encodeURIComponent(text)}`).join('&');
  if (sign.common === 'body')
    return { ...draft, requestLine: [method, '/', protocol].join(' '), body: write([...all]) };
  const inBody = new Set([...new URLSearchParams(draft.body)].map(([name]) => name));
  const query = write([...all].filter(([name]) => !inBody.has(name)));
  const requestLine = [method, `/?${query}`, protocol].join(' ');
  return { ...draft, requestLine, body: write([...all].filter(([name]) => inBody.has(name))) };
}
