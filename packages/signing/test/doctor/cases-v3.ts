import type { SignV3Input } from '@semblance/signing';
import { createHash, createHmac } from 'node:crypto';
import { expect } from 'vitest';
import { received } from '../received.ts';
import { base, hmacHex, secret, signedBy, withHeaders } from './tamper.ts';
import type { Case } from './tamper.ts';

const utf8 = new TextEncoder();
const local: SignV3Input = { ...base, host: 'localhost:8080' };
const lettered: SignV3Input = { ...base, query: [['Note', '*+']] };
const spaced: SignV3Input = {
  ...base,
  query: [
    ['Note', 'a b*~'],
    ['Empty', ''],
    ['action', 'x'],
  ],
};

/** What is wrong, the request, and what must be found. */
/** V3 requests with one fault each. */
export const casesV3: Readonly<Record<string, Case>> = {
  nothing: [received(base), { cause: 'accepted', code: undefined }],
  'proxy replaced the host, and says so': [
    withHeaders({ host: 'engine:9000', 'x-forwarded-host': 'imagesearch.cn-shanghai.aliyuncs.com' }),
    { cause: 'host-rewritten', firstDifference: { part: 'host', received: 'engine:9000', signed: base.host } },
  ],
  'proxy replaced the host, standard header': [
    withHeaders({ host: 'engine:9000', forwarded: `for=1.2.3.4;host="${base.host}";proto=https` }),
    { cause: 'host-rewritten' },
  ],
  'port was not signed': [withHeaders({ host: `${base.host}:443` }), { cause: 'host-rewritten' }],
  'default port was signed': [
    withHeaders({ host: base.host }, { ...base, host: `${base.host}:80` }),
    { cause: 'host-rewritten' },
  ],
  'localhost for 127.0.0.1': [
    withHeaders({ host: '127.0.0.1:8080' }, local),
    { cause: 'host-rewritten', certainty: 'proven' },
  ],
  'body changed': [
    received(base).then((request) => ({ ...request, body: utf8.encode('changed') })),
    { cause: 'body-changed', certainty: 'proven', firstDifference: expect.objectContaining({ part: 'body' }) as never },
  ],
  'empty body hashed': [
    received({ ...base, body: new Uint8Array() }).then((request) => ({ ...request, body: utf8.encode('a=1') })),
    { cause: 'body-not-hashed', certainty: 'proven' },
  ],
  'secret with ampersand': [signedBy((request) => hmacHex(request, `${secret}&`)), { cause: 'secret-with-ampersand' }],
  'secret with line feed': [
    signedBy((request) => hmacHex(request, `${secret}\n`)),
    { cause: 'secret-with-white-space' },
  ],
  'another secret': [signedBy((request) => hmacHex(request, 'other')), { cause: 'wrong-secret', certainty: 'likely' }],
  'SHA-1': [
    signedBy((request) =>
      createHmac('sha1', secret)
        .update(`ACS3-HMAC-SHA256\n${createHash('sha256').update(request).digest('hex')}`)
        .digest('hex'),
    ),
    { cause: 'wrong-hash-function' },
  ],
  'canonical request not hashed': [
    signedBy((request) => createHmac('sha256', secret).update(request).digest('hex')),
    { cause: 'canonical-request-not-hashed' },
  ],
  'upper-case signature': [signedBy((request) => hmacHex(request).toUpperCase()), { cause: 'signature-encoding' }],
  'Base64 signature': [
    signedBy((request) => Buffer.from(hmacHex(request), 'hex').toString('base64')),
    { cause: 'signature-encoding' },
  ],
  'no empty line': [
    signedBy((request) => hmacHex(request.replace('\n\ncontent-type;', '\ncontent-type;'))),
    { cause: 'blank-line-missing' },
  ],
  'GET signed': [
    signedBy((request) => hmacHex(request.replace('POST', 'GET'))),
    { cause: 'method-changed', firstDifference: { part: 'method', received: 'POST', signed: 'GET' } },
  ],
  'small letters in the method': [
    signedBy((request) => hmacHex(request.replace('POST', 'post'))),
    { cause: 'method-changed' },
  ],
  'empty path signed': [signedBy((request) => hmacHex(request.replace('\n/\n', '\n\n'))), { cause: 'path-changed' }],
  'query not signed': [
    received(base).then((request) => ({ ...request, target: '/?Format=XML' })),
    { cause: 'query-not-signed' },
  ],
  'one query parameter added': [
    received(spaced).then((request) => ({ ...request, target: `${request.target}&utm=1` })),
    { cause: 'parameter-not-signed', firstDifference: expect.objectContaining({ part: 'utm' }) as never },
  ],
  'plus not escaped in the query': [
    received({ ...base, query: [['Note', 'a+b']] }).then((request) => ({ ...request, target: '/?Note=a+b' })),
    { cause: 'plus-not-escaped' },
  ],
  'space signed as plus': [
    signedBy((request) => hmacHex(request.replaceAll('%20', '+')), spaced),
    { cause: 'space-as-plus' },
  ],
  'lower-case hex': [
    signedBy((request) => hmacHex(request.replaceAll(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase())), lettered),
    { cause: 'lower-case-hex' },
  ],
  'asterisk not encoded': [
    signedBy((request) => hmacHex(request.replace('%2A', '*')), spaced),
    { cause: 'too-few-escapes' },
  ],
  'empty parameter dropped': [
    signedBy((request) => hmacHex(request.replace('Empty=&', '')), spaced),
    { cause: 'parameter-not-signed' },
  ],
  'content type with charset': [
    withHeaders({ 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }),
    { cause: 'content-type-changed' },
  ],
  'clock behind': [
    received({ ...base, date: new Date(base.date.getTime() - 16 * 60_000) }),
    { cause: 'clock-skew', code: 'InvalidTimeStamp.Expired', certainty: 'seen' },
  ],
  'an unsigned header added': [
    withHeaders({ 'x-acs-extra': '1' }),
    { cause: 'not-covered', code: 'IncompleteSignature' },
  ],
};
