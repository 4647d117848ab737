import { createHmac } from 'node:crypto';
import { expect } from 'vitest';
import { receivedV1 } from '../received.ts';
import { baseV1, hmacBase64, secret, v1SignedBy } from './tamper.ts';
import type { Case } from './tamper.ts';

const utf8 = new TextEncoder();
/** V1 requests with one fault each. */
export const casesV1: Readonly<Record<string, Case>> = {
  nothing: [receivedV1(baseV1, 'split'), { cause: 'accepted' }],
  'bare secret': [v1SignedBy((text) => hmacBase64(text, secret)), { cause: 'secret-without-ampersand' }],
  'two ampersands': [v1SignedBy((text) => hmacBase64(text, `${secret}&&`)), { cause: 'secret-without-ampersand' }],
  'another secret': [v1SignedBy((text) => hmacBase64(text, 'other&')), { cause: 'wrong-secret' }],
  'SHA-256': [v1SignedBy((text) => hmacBase64(text, `${secret}&`, 'sha256')), { cause: 'wrong-hash-function' }],
  'hex signature': [
    v1SignedBy((text) => createHmac('sha1', `${secret}&`).update(text).digest('hex')),
    { cause: 'signature-encoding' },
  ],
  'signature with a raw plus': [
    receivedV1({ ...baseV1, method: 'GET' }, 'query').then((request) => ({
      ...request,
      target: request.target.replace('N5Y%2B', 'N5Y+'),
    })),
    { cause: 'signature-not-escaped' },
  ],
  'form left out': [
    v1SignedBy((text) => hmacBase64(text.replace(/InstanceName.*?%26(?=SignatureMethod)/, ''))),
    { cause: 'form-not-signed' },
  ],
  method: [v1SignedBy((text) => hmacBase64(text.replace('POST', 'GET'))), { cause: 'method-changed' }],
  path: [v1SignedBy((text) => hmacBase64(text.replace('%2F', '/'))), { cause: 'path-not-encoded' }],
  'encoded once': [
    v1SignedBy((text) => hmacBase64(text.replaceAll('%26', '&').replaceAll('%3D', '=').replaceAll('%25', '%'))),
    { cause: 'not-encoded' },
  ],
  'lower-case hex': [
    v1SignedBy((text) => hmacBase64(text.replaceAll(/%25(..)/g, (_, hex: string) => `%25${hex.toLowerCase()}`))),
    { cause: 'lower-case-hex' },
  ],
  'lower-case hex throughout': [
    v1SignedBy((text) =>
      hmacBase64(
        text
          .replaceAll(/%25(..)/g, (_, hex: string) => `%25${hex.toLowerCase()}`)
          .replaceAll(/%(2F|26|3D)/g, (part, _hex, at: number) => (at < 8 ? part : part.toLowerCase())),
      ),
    ),
    { cause: 'lower-case-hex' },
  ],
  'added parameter': [
    receivedV1(baseV1, 'split').then((request) => ({ ...request, target: `${request.target}&utm=1` })),
    { cause: 'parameter-not-signed', firstDifference: expect.objectContaining({ part: 'utm' }) as never },
  ],
  'picture with raw plus': [
    receivedV1(baseV1, 'split').then((request) => ({
      ...request,
      body: utf8.encode(new TextDecoder().decode(request.body).replaceAll('%2B', '+')),
    })),
    { cause: 'plus-not-escaped' },
  ],
  'clock ahead': [
    receivedV1({ ...baseV1, date: new Date(baseV1.date.getTime() + 16 * 60_000) }, 'body'),
    { cause: 'clock-skew' },
  ],
  'no parameter at all': [
    Promise.resolve({ method: 'GET', target: '/', headers: {}, body: new Uint8Array() }),
    { cause: 'not-signed', code: 'MissingAction' },
  ],
};
