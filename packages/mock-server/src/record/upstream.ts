import { formMediaType } from '@semblance/spec/protocol';
import { createNonce, signV3 } from '@semblance/signing';
import type { SigningKey } from '@semblance/signing';
import { encodeBase64 } from '@semblance/wire/base64';
import { encodeForm } from '@semblance/wire/form';
import type { Call } from '../call/call.ts';
import { recordedResponse } from './recorded-case.ts';
import type { PictureBytes, RecordedResponse } from './recorded-case.ts';
import { upstreamMark } from './upstream-mark.ts';

/** Target of forwarded calls. */
export interface Upstream {
  /** Origin of an engine or of the cloud's endpoint. */
  readonly origin: string;
  /** Key to sign with; `undefined`: unsigned. */
  readonly accessKey: SigningKey | undefined;
  /** Longest wait for the answer. */
  readonly timeoutMs: number;
}

/** The upstream's answer, or why there is none. */
export type UpstreamAnswer =
  | { readonly ok: true; readonly response: RecordedResponse }
  | { readonly ok: false; readonly detail: string };

/** Most bytes of an answer; an envelope has some hundred. */
const answerMaxBytes = 1_000_000;

/** Sends a call to the upstream as a new request, without the caller's keys and headers and with uploads as Base64. */
export async function askUpstream(call: Call, upstream: Upstream, pictureBytes: PictureBytes): Promise<UpstreamAnswer> {
  const { origin, timeoutMs } = upstream;
  const address = `${origin}/?Format=${call.answer.format}`;
  const body = formOf(call, pictureBytes);
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { ...(await headersOf(call, upstream, body)), [upstreamMark]: '1' },
      body: body.slice(),
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'manual',
    });
    const text = await response.text();
    if (text.length > answerMaxBytes)
      return { ok: false, detail: `${origin} answered with more than an envelope holds.` };
    return { ok: true, response: recordedResponse(response.status, response.headers, text) };
  } catch (error) {
    return { ok: false, detail: `${origin} did not answer (${reasonOf(error)}): check --upstream.` };
  }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return String(cause);
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}

/** Parameters that belong to the caller's own signature and routing. */
const notPassedOn = new Set(
  'Action Version Format AccessKeyId Signature SignatureMethod SignatureVersion SignatureNonce SignatureType Timestamp SecurityToken'.split(
    ' ',
  ),
);

function formOf({ parameters, ...call }: Call, pictureBytes: PictureBytes): Uint8Array {
  const fields = parameters.names
    .filter((name) => !notPassedOn.has(name))
    .map((name) => [name, valueOf(name, parameters.bytes(name) ?? new Uint8Array(), pictureBytes)] as const);
  const common = [
    ['Action', call.action ?? ''],
    ['Version', call.version ?? ''],
  ] as const;
  return encodeForm([...common, ...fields]);
}

function valueOf(name: string, content: Uint8Array, pictureBytes: PictureBytes): string {
  const bytes = name.endsWith('PicContent') ? pictureBytes(content) : content;
  return bytes === content ? new TextDecoder().decode(content) : encodeBase64(bytes);
}

async function headersOf(call: Call, upstream: Upstream, body: Uint8Array): Promise<Readonly<Record<string, string>>> {
  const { accessKey, origin } = upstream;
  const accept = { accept: call.answer.format === 'XML' ? 'text/xml' : 'application/json' };
  if (accessKey === undefined) return { ...accept, 'content-type': formMediaType };
  const signed = await signV3({
    method: 'POST',
    host: new URL(origin).host,
    query: [['Format', call.answer.format]],
    action: call.action ?? '',
    version: call.version ?? '',
    contentType: formMediaType,
    body,
    key: accessKey,
    date: new Date(),
    nonce: createNonce(),
  });
  return { ...accept, ...signed.headers };
}
