import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { pictureMaxBytes } from '@semblance/spec/limits';
import { compareAction } from '@semblance/spec/protocol';
import { decodeBase64 } from '@semblance/wire/base64';
import type { Call } from '../call/call.ts';
import { fromFetchRequest } from '../call/from-fetch-request.ts';
import { receiveCall } from '../call/receive-call.ts';

/** Identifies a request among recorded ones. Digests are `sha256:` and 64 hex digits of the picture file, independent of how it was sent. */
export interface RecordedRequest {
  readonly action: string;
  readonly instanceName: string | undefined;
  readonly format: 'JSON' | 'XML';
  /** Digest of the first picture; `undefined` without one. */
  readonly primary: string | undefined;
  readonly secondary: string | undefined;
}

/** A recorded answer, unchanged. */
export interface RecordedResponse {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  /** Headers that clients act on, such as `retry-after`; names in lower case. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** An exchange with a real service: the request as digests, and the answer. Plain JSON without keys. */
export interface RecordedCase {
  readonly request: RecordedRequest;
  readonly response: RecordedResponse;
  /** The files in Base64; only on request. */
  readonly pictures?: { readonly primary: string | undefined; readonly secondary: string | undefined } | undefined;
  /** Time of the recording, ISO 8601. */
  readonly recordedAt?: string | undefined;
}

/** Finds the bytes of a picture parameter, also for the address of an upload in the mock. */
export type PictureBytes = (content: Uint8Array) => Uint8Array;

/**
 * Records an exchange with any service, so that it can be replayed with `createMock({ replay })`. The result is plain JSON without pictures
 * and credentials.
 * @param response  is cloned, so that the caller can still read it.
 */
export async function recordCase(request: Request, response: Response): Promise<RecordedCase> {
  const call = receiveCall(await fromFetchRequest(request));
  const body = await response.clone().text();
  return { request: requestKey(call), response: recordedResponse(response.status, response.headers, body) };
}

/** Headers of an answer that clients act on. */
const keptHeaders = ['retry-after', 'x-acs-retry-after', 'x-semblance-detail'];

/** A recorded answer with the kept headers. */
export function recordedResponse(status: number, headers: Headers, body: string): RecordedResponse {
  const kept = keptHeaders.flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return {
    status,
    contentType: headers.get('content-type') ?? '',
    body,
    ...(kept.length === 0 ? {} : { headers: Object.fromEntries(kept) }),
  };
}

/** The key of a request among recorded ones. */
export function requestKey(call: Call, pictureBytes: PictureBytes = decoded): RecordedRequest {
  const digest = (name: string): string | undefined => {
    const content = call.parameters.bytes(name);
    return content === undefined ? undefined : `sha256:${bytesToHex(sha256(pictureBytes(content)))}`;
  };
  return {
    action: call.action ?? compareAction.action,
    instanceName: call.instanceName,
    format: call.answer.format,
    primary: digest('PrimaryPicContent'),
    secondary: digest('SecondaryPicContent'),
  };
}

/** The file encoded as Base64; content that is not Base64 is returned unchanged, so that different contents stay distinguishable. */
export function decoded(content: Uint8Array): Uint8Array {
  const decoding = decodeBase64(content, { maxBytes: pictureMaxBytes });
  return decoding.ok ? decoding.value.bytes : content;
}

/** @throws TypeError for a list that is not a recording. */
export function checkCases(cases: unknown): asserts cases is readonly RecordedCase[] {
  if (!Array.isArray(cases)) throw new TypeError('replay is a list of cases made by recordCase() or mock.record().');
  for (const [index, entry] of (cases as readonly Partial<RecordedCase>[]).entries()) {
    const { request, response } = entry ?? {};
    if (typeof request?.action !== 'string' || typeof response?.body !== 'string' || !isStatus(response.status))
      throw new TypeError(`replay[${index}] is no case made by recordCase() or mock.record().`);
  }
}

function isStatus(status: unknown): boolean {
  return Number.isInteger(status) && Number(status) >= 200 && Number(status) <= 599;
}
