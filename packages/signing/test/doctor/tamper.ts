import { signV1, signV3 } from '@semblance/signing';
import type { SignV1Input, SignV3Input } from '@semblance/signing';
import { diagnose } from '@semblance/signing/doctor';
import type { DiagnoseInput, Diagnosis } from '@semblance/signing/doctor';
import type { ReceivedRequest } from '@semblance/signing/verify';
import { createHash, createHmac } from 'node:crypto';
import { received, receivedV1 } from '../received.ts';
import { vectorsV1 } from '../vectors/v1.ts';
import type { VectorV1 } from '../vectors/v1.ts';
import { vectorsV3 } from '../vectors/v3.ts';
import type { VectorV3 } from '../vectors/v3.ts';

/** The vector of this name. */
export function vectorNamed<Vector extends VectorV1 | VectorV3>(vectors: readonly Vector[], name: string): Vector {
  const found = vectors.find((vector) => vector.name === name);
  if (found === undefined) throw new Error(`There is no vector named ${name}.`);
  return found;
}

export const base = vectorNamed(vectorsV3, 'POST with a permanent key').input;
export const baseV1 = vectorNamed(vectorsV1, 'POST, permanent key').input;
export const secret = base.key.accessKeySecret;

/** A request and its expected diagnosis. */
export type Case = readonly [Promise<ReceivedRequest>, Partial<Diagnosis>];

export async function examine(request: ReceivedRequest, more: Partial<DiagnoseInput> = {}): Promise<Diagnosis> {
  const options = { findKey: () => ({ accessKeySecret: secret }), nowMs: base.date.getTime() };
  return diagnose({ request, options, ...more });
}

/** A V3 request whose signature `sign` made from the correct canonical request. */
export async function signedBy(
  sign: (canonicalRequest: string) => string,
  input: SignV3Input = base,
): Promise<ReceivedRequest> {
  const request = await received(input);
  const { canonicalRequest } = await signV3(input);
  return withSignature(request, sign(canonicalRequest));
}

export function withSignature(request: ReceivedRequest, signature: string): ReceivedRequest {
  const headers = headersOf(request);
  return {
    ...request,
    headers: {
      ...headers,
      authorization: (headers['authorization'] ?? '').replace(/Signature=.*/, `Signature=${signature}`),
    },
  };
}

function headersOf(request: ReceivedRequest): Record<string, string> {
  return request.headers as Record<string, string>;
}

export function hmacHex(canonicalRequest: string, key = secret): string {
  const hash = createHash('sha256').update(canonicalRequest).digest('hex');
  return createHmac('sha256', key).update(`ACS3-HMAC-SHA256\n${hash}`).digest('hex');
}

export const withHeaders = async (
  changes: Record<string, string>,
  input: SignV3Input = base,
): Promise<ReceivedRequest> => {
  const request = await received(input);
  return { ...request, headers: { ...headersOf(request), ...changes } };
};

export async function v1SignedBy(
  sign: (stringToSign: string) => string,
  placement: 'body' | 'split' = 'split',
  input: SignV1Input = baseV1,
): Promise<ReceivedRequest> {
  const request = await receivedV1(input, placement);
  const { stringToSign } = await signV1(input);
  return { ...request, target: replaceSignature(request.target, sign(stringToSign)) };
}

export function replaceSignature(target: string, signature: string): string {
  return target.replace(/Signature=[^&]*/, `Signature=${encodeURIComponent(signature)}`);
}

export function hmacBase64(text: string, key = `${secret}&`, hash = 'sha1'): string {
  return createHmac(hash, key).update(text).digest('base64');
}
