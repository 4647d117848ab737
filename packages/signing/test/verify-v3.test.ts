import { signV3 } from '@semblance/signing';
import type { SignV3Input } from '@semblance/signing';
import { createNonceStore, verifyV3 } from '@semblance/signing/verify';
import type { ReceivedRequest, VerifyOptions } from '@semblance/signing/verify';
import { expect, test } from 'vitest';
import { received, verifiedCode } from './received.ts';

const input: SignV3Input = {
  method: 'POST',
  host: 'localhost:8080',
  action: 'CompareSimilarByImage',
  version: '2020-12-14',
  contentType: 'application/x-www-form-urlencoded',
  body: new TextEncoder().encode('InstanceName=demo'),
  key: { accessKeyId: 'id', accessKeySecret: 'secret' },
  date: new Date('2026-01-09T08:00:00Z'),
  nonce: 'n1',
};
const nowMs = input.date.getTime();
const options: VerifyOptions = { nowMs, findKey: (id) => (id === 'id' ? { accessKeySecret: 'secret' } : undefined) };
const temporary = { securityToken: 'token', expiresAtMs: nowMs + 1 };
const sts = { ...input, key: { ...input.key, securityToken: 'token' } };

const codeOf = (request: ReceivedRequest | Promise<ReceivedRequest>, more: Partial<VerifyOptions> = {}) =>
  verifiedCode(request, { ...options, ...more });

type Headers = Record<string, string | readonly string[] | undefined>;

/** A signed request with headers replaced; `undefined` removes one. */
async function changed(headers: Headers, from: SignV3Input = input): Promise<ReceivedRequest> {
  const request = await received(from);
  return { ...request, headers: { ...(request.headers as Headers), ...headers } };
}

/** A signed request with its Authorization edited. */
async function authorized(edit: (authorization: string) => string): Promise<ReceivedRequest> {
  const { authorization = '' } = (await signV3(input)).headers;
  return changed({ authorization: edit(authorization) });
}

const faults: readonly (readonly [fault: string, code: string, request: Promise<ReceivedRequest>])[] = [
  ['no fault', 'accepted', received(input)],
  ['blanks after the commas', 'accepted', authorized((text) => text.replaceAll(',', ', '))],
  [
    'header names in capitals',
    'accepted',
    received(input).then((request) => ({
      ...request,
      headers: Object.entries(request.headers).map(([name, value]) => [name.toUpperCase(), value] as const),
    })),
  ],
  ['small letters in the method', 'accepted', received(input).then((request) => ({ ...request, method: 'post' }))],
  [
    'absolute target',
    'accepted',
    received(input).then((request) => ({ ...request, target: 'http://localhost:8080/' })),
  ],
  ['no signature at all', 'MissingAction', changed({ authorization: undefined })],
  ['another scheme', 'MissingAction', changed({ authorization: 'Bearer x' })],
  ['no fields', 'IncompleteSignature', changed({ authorization: 'ACS3-HMAC-SHA256' })],
  ['no credential', 'IncompleteSignature', authorized((text) => text.replace('Credential=id,', ''))],
  ['empty credential', 'IncompleteSignature', authorized((text) => text.replace('Credential=id', 'Credential='))],
  ['empty signature', 'IncompleteSignature', authorized((text) => text.replace(/Signature=.*/, 'Signature='))],
  ['two signatures', 'IncompleteSignature', authorized((text) => `${text},Signature=x`)],
  ['unknown field', 'IncompleteSignature', authorized((text) => `${text},Extra=x`)],
  ['SM3 named, SHA-256 used', 'SignatureDoesNotMatch', authorized((text) => text.replace('SHA256', 'SM3'))],
  ['RSA', 'InvalidSignatureMethod', authorized((text) => text.replace('HMAC-SHA256', 'RSA-SHA256'))],
  ['RSA', 'InvalidSignatureMethod', authorized((text) => text.replace('HMAC', 'RSA'))],
  ['no action', 'MissingAction', changed({ 'x-acs-action': undefined })],
  ['no version', 'MissingVersion', changed({ 'x-acs-version': undefined })],
  ['no date', 'IncompleteSignature', changed({ 'x-acs-date': undefined })],
  ['no host', 'IncompleteSignature', changed({ host: undefined })],
  ['no hash', 'IncompleteSignature', changed({ 'x-acs-content-sha256': undefined })],
  ['content type stripped', 'IncompleteSignature', changed({ 'content-type': undefined })],
  ['nonce stripped', 'IncompleteSignature', changed({ 'x-acs-signature-nonce': undefined })],
  ['extra header', 'IncompleteSignature', changed({ 'x-acs-extra': '1' })],
  [
    'extra content type',
    'IncompleteSignature',
    changed({ 'content-type': 'text/plain' }, { ...input, contentType: undefined }),
  ],
  ['action twice', 'IncompleteSignature', changed({ 'x-acs-action': ['CompareSimilarByImage', 'Other'] })],
  [
    'the same action twice',
    'IncompleteSignature',
    changed({ 'x-acs-action': ['CompareSimilarByImage', 'CompareSimilarByImage'] }),
  ],
  ['host twice', 'IncompleteSignature', changed({ host: ['localhost:8080', 'evil'] })],
  [
    'authorization twice',
    'IncompleteSignature',
    signV3(input).then(({ headers }) => changed({ authorization: [headers['authorization'] ?? '', 'x'] })),
  ],
  ['a line feed in a value', 'IncompleteSignature', changed({ 'x-acs-action': 'a\nx-acs-date:b' })],
  ['host not listed', 'IncompleteSignature', authorized((text) => text.replace('host;', ''))],
  ['action not listed', 'IncompleteSignature', authorized((text) => text.replace('x-acs-action;', ''))],
  ['hash not listed', 'IncompleteSignature', authorized((text) => text.replace('x-acs-content-sha256;', ''))],
  [
    'names out of order',
    'IncompleteSignature',
    authorized((text) => text.replace('content-type;host', 'host;content-type')),
  ],
  ['a name twice', 'IncompleteSignature', authorized((text) => text.replace('host;', 'host;host;'))],
  ['a name in capitals', 'IncompleteSignature', authorized((text) => text.replace('host;', 'HOST;'))],
  [
    'a name that did not arrive',
    'IncompleteSignature',
    authorized((text) => text.replace('content-type;', 'accept-language;content-type;')),
  ],
  ['another key id in the header', 'IncompleteSignature', changed({ 'x-acs-accesskey-id': 'other' }, sts)],
  ['unknown key', 'InvalidAccessKeyId.NotFound', received({ ...input, key: { ...input.key, accessKeyId: 'other' } })],
  ['key id in capitals', 'InvalidAccessKeyId.NotFound', authorized((text) => text.replace('=id', '=ID'))],
  ['token with a permanent key', 'InvalidSecurityToken.Malformed', received(sts)],
  ['date in another format', 'InvalidTimeStamp.Format', changed({ 'x-acs-date': 'Fri, 09 Jan 2026 08:00:00 GMT' })],
  ['a date that does not exist', 'InvalidTimeStamp.Format', changed({ 'x-acs-date': '2026-02-30T08:00:00Z' })],
  ['date too old', 'InvalidTimeStamp.Expired', received({ ...input, date: new Date(nowMs - 901_000) })],
  ['date too new', 'InvalidTimeStamp.Expired', received({ ...input, date: new Date(nowMs + 901_000) })],
  ['oldest date', 'accepted', received({ ...input, date: new Date(nowMs - 900_000) })],
  ['newest date', 'accepted', received({ ...input, date: new Date(nowMs + 900_000) })],
  ['another date', 'SignatureDoesNotMatch', changed({ 'x-acs-date': '2026-01-09T08:00:01Z' })],
  [
    'another body',
    'SignatureDoesNotMatch',
    received(input).then((request) => ({ ...request, body: new Uint8Array(1) })),
  ],
  [
    'another body with its hash',
    'SignatureDoesNotMatch',
    received({ ...input, body: new Uint8Array(1) }).then((request) =>
      changed({ 'x-acs-content-sha256': (request.headers as Record<string, string>)['x-acs-content-sha256'] }).then(
        (forged) => ({ ...forged, body: request.body }),
      ),
    ),
  ],
  ['hash in capitals', 'SignatureDoesNotMatch', changed({ 'x-acs-content-sha256': 'A'.repeat(64) })],
  ['another method', 'SignatureDoesNotMatch', received(input).then((request) => ({ ...request, method: 'GET' }))],
  ['another path', 'SignatureDoesNotMatch', received(input).then((request) => ({ ...request, target: '/x' }))],
  [
    'a query added',
    'SignatureDoesNotMatch',
    received(input).then((request) => ({ ...request, target: '/?Format=XML' })),
  ],
  [
    'a long name added',
    'SignatureDoesNotMatch',
    received(input).then((request) => ({ ...request, target: `/?${'a'.repeat(2000)}=1` })),
  ],
  [
    '2000 parameters added',
    'SignatureDoesNotMatch',
    received(input).then((request) => ({ ...request, target: `/?${'a&'.repeat(2000)}` })),
  ],
  ['another secret', 'SignatureDoesNotMatch', received({ ...input, key: { ...input.key, accessKeySecret: 'Secret' } })],
];

test.each(faults)('%s: %s', async (...[, code, request]) => {
  expect(await codeOf(request)).toBe(code);
});

test('temporary keys', async () => {
  const findKey = () => ({ accessKeySecret: 'secret', temporary });
  expect(await codeOf(received(sts), { findKey })).toBe('accepted');
  expect(await codeOf(received(input), { findKey })).toBe('MissingSecurityToken');
  expect(await codeOf(received({ ...sts, key: { ...sts.key, securityToken: 'Token' } }), { findKey })).toBe(
    'InvalidSecurityToken.MismatchWithAccessKey',
  );
  expect(await codeOf(received(sts), { findKey, nowMs: nowMs + 1 })).toBe('InvalidSecurityToken.Expired');
  expect(await codeOf(changed({ 'x-acs-security-token': undefined }, sts), { findKey })).toBe('IncompleteSignature');
});

test('a disabled key', async () => {
  expect(await codeOf(received(input), { findKey: () => ({ accessKeySecret: 'secret', active: false }) })).toBe(
    'InvalidAccessKeyId.Inactive',
  );
});

test('an empty secret throws', async () => {
  await expect(codeOf(received(input), { findKey: () => ({ accessKeySecret: '' }) })).rejects.toThrow(RangeError);
  await expect(signV3({ ...input, key: { accessKeyId: 'id', accessKeySecret: '' } })).rejects.toThrow(RangeError);
});

test('the window can be set', async () => {
  const old = received({ ...input, date: new Date(nowMs - 61_000) });
  expect(await codeOf(old, { windowMs: 60_000 })).toBe('InvalidTimeStamp.Expired');
  expect(await codeOf(old, { windowMs: 61_000 })).toBe('accepted');
});

test('a request is accepted once', async () => {
  const nonceStore = createNonceStore();
  expect(await codeOf(received(input), { nonceStore })).toBe('accepted');
  expect(await codeOf(received(input), { nonceStore })).toBe('SignatureNonceUsed');
  expect(await codeOf(received({ ...input, nonce: 'n2' }), { nonceStore })).toBe('accepted');
  const late = { nowMs: nowMs + 2 * 900_000, windowMs: 2 * 900_000, nonceStore };
  expect(await codeOf(received({ ...input, date: new Date(nowMs + 1_800_000) }), late)).toBe('SignatureNonceUsed');
});

test('two copies at the same moment are not both accepted', async () => {
  const nonceStore = createNonceStore();
  const codes = await Promise.all(Array.from({ length: 5 }, () => codeOf(received(input), { nonceStore })));
  expect(codes.toSorted()).toEqual([
    'SignatureNonceUsed',
    'SignatureNonceUsed',
    'SignatureNonceUsed',
    'SignatureNonceUsed',
    'accepted',
  ]);
});

test('an outsider cannot use up a nonce', async () => {
  const nonceStore = createNonceStore();
  const forged = received({ ...input, key: { ...input.key, accessKeySecret: 'guess' } });
  expect(await codeOf(forged, { nonceStore })).toBe('SignatureDoesNotMatch');
  expect(nonceStore.size()).toBe(0);
  expect(await codeOf(received(input), { nonceStore })).toBe('accepted');
});

test('one caller cannot use up the nonces of another', async () => {
  const nonceStore = createNonceStore();
  const findKey = (): { accessKeySecret: string } => ({ accessKeySecret: 'secret' });
  expect(await codeOf(received(input), { nonceStore, findKey })).toBe('accepted');
  expect(await codeOf(received({ ...input, key: { ...input.key, accessKeyId: 'id2' } }), { nonceStore, findKey })).toBe(
    'accepted',
  );
});

test('a failing store refuses the request and reports its cause', async () => {
  const causes: unknown[] = [];
  const nonceStore = createNonceStore({ record: () => Promise.reject(new Error('no space left')) });
  const onNonceStoreFault = (cause: unknown): void => void causes.push(cause);
  expect(await codeOf(received(input), { nonceStore, onNonceStoreFault })).toBe('ServiceUnavailable');
  expect(causes).toEqual([new Error('no space left')]);
});

test('requests signed before the store’s memory begins are refused', async () => {
  const nonceStore = createNonceStore({ forgottenUntilMs: nowMs });
  expect(await codeOf(received(input), { nonceStore })).toBe('InvalidTimeStamp.Expired');
  const later = new Date(nowMs + 1000);
  expect(await codeOf(received({ ...input, date: later }), { nonceStore })).toBe('accepted');
});

test('a full store refuses instead of forgetting', async () => {
  const nonceStore = createNonceStore({ maxEntries: 1 });
  expect(await codeOf(received(input), { nonceStore })).toBe('accepted');
  expect(await codeOf(received({ ...input, nonce: 'n2' }), { nonceStore })).toBe('ServiceUnavailable');
  expect(await codeOf(received(input), { nonceStore })).toBe('SignatureNonceUsed');
});

test('a request signed without a nonce is accepted once', async () => {
  const request = await withoutNonce();
  const nonceStore = createNonceStore();
  expect(await codeOf(request, { nonceStore })).toBe('accepted');
  expect(await codeOf(request, { nonceStore })).toBe('SignatureNonceUsed');
});

/** Signs by hand: `signV3` always sends a nonce. */
async function withoutNonce(): Promise<ReceivedRequest> {
  const { headers, bodySha256, canonicalRequest } = await signV3(input);
  const { 'x-acs-signature-nonce': _nonce, authorization: _authorization, ...rest } = headers;
  const signedHeaders = ['host', ...Object.keys(rest)].sort().join(';');
  const lines = canonicalRequest.split('\n').filter((line) => !line.startsWith('x-acs-signature-nonce:'));
  const { createHash, createHmac } = await import('node:crypto');
  const canonical = [...lines.slice(0, -2), signedHeaders, bodySha256].join('\n');
  const hash = createHash('sha256').update(canonical).digest('hex');
  const signature = createHmac('sha256', 'secret').update(`ACS3-HMAC-SHA256\n${hash}`).digest('hex');
  const authorization = `ACS3-HMAC-SHA256 Credential=id,SignedHeaders=${signedHeaders},Signature=${signature}`;
  return {
    method: 'POST',
    target: '/',
    headers: { host: input.host, ...rest, authorization },
    body: input.body ?? new Uint8Array(),
  };
}

test('the result reports what was verified', async () => {
  const verification = await verifyV3(await received(input), options);
  expect(verification).toEqual({
    ok: true,
    value: {
      dialect: 'V3',
      accessKeyId: 'id',
      action: input.action,
      version: input.version,
      signedAtMs: nowMs,
      temporary: false,
    },
  });
});

test('no failure repeats the caller’s values', async () => {
  const request = await changed({ 'x-acs-date': 'private-value', authorization: 'ACS3-HMAC-SHA256 private-value' });
  expect(JSON.stringify(await verifyV3(request, options))).not.toContain('private-value');
});
