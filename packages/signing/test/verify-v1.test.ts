import type { Parameter, SignV1Input } from '@semblance/signing';
import { createNonceStore, verifyV1 } from '@semblance/signing/verify';
import type { ReceivedRequest, VerifyOptions } from '@semblance/signing/verify';
import { expect, test } from 'vitest';
import { receivedV1, verifiedCode } from './received.ts';

const input: SignV1Input = {
  method: 'POST',
  action: 'CompareSimilarByImage',
  version: '2020-12-14',
  parameters: [
    ['InstanceName', 'demo'],
    ['中', "a b*c~d'(e)!+/="],
  ],
  key: { accessKeyId: 'id', accessKeySecret: 'secret' },
  date: new Date('2026-01-09T08:00:00Z'),
  nonce: 'n1',
};
const nowMs = input.date.getTime();
const options: VerifyOptions = { nowMs, findKey: (id) => (id === 'id' ? { accessKeySecret: 'secret' } : undefined) };
const sts = { ...input, key: { ...input.key, securityToken: 'token' } };
const utf8 = new TextEncoder();

const codeOf = (request: ReceivedRequest | Promise<ReceivedRequest>, more: Partial<VerifyOptions> = {}) =>
  verifiedCode(request, { ...options, ...more });

async function edited(edit: (target: string) => string, from: SignV1Input = input): Promise<ReceivedRequest> {
  const request = await receivedV1(from, 'query');
  return { ...request, target: edit(request.target) };
}

const without = (name: string) => edited((target) => target.replace(new RegExp(`([?&])${name}=[^&]*&?`), '$1'));
const set = (name: string, value: string) =>
  edited((target) => target.replace(new RegExp(`([?&]${name}=)[^&]*`), `$1${value}`));

const faults: readonly (readonly [fault: string, code: string, request: Promise<ReceivedRequest>])[] = [
  ['no fault', 'accepted', receivedV1(input, 'split')],
  ['asterisk left alone on the wire', 'accepted', edited((target) => target.replace('%2A', '*'))],
  ['everything escaped on the wire', 'accepted', edited((target) => target.replace('demo', '%64%65%6d%6F'))],
  ['empty pieces', 'accepted', edited((target) => target.replace('&', '&&'))],
  ['no Action', 'MissingAction', without('Action')],
  ['no Version', 'MissingVersion', without('Version')],
  ['no AccessKeyId', 'MissingAccessKeyId', without('AccessKeyId')],
  ['no Signature', 'MissingSignature', without('Signature')],
  ['no SignatureMethod', 'MissingSignatureMethod', without('SignatureMethod')],
  ['no SignatureVersion', 'MissingSignatureVersion', without('SignatureVersion')],
  ['no SignatureNonce', 'MissingSignatureNonce', without('SignatureNonce')],
  ['no Timestamp', 'MissingTimestamp', without('Timestamp')],
  ['empty Signature', 'MissingSignature', set('Signature', '')],
  ['HMAC-SHA256', 'InvalidSignatureMethod', set('SignatureMethod', 'HMAC-SHA256')],
  ['version 2.0', 'InvalidSignatureMethod', set('SignatureVersion', '2.0')],
  [
    'bearer token',
    'MissingAction',
    Promise.resolve({
      method: 'POST',
      target: '/?SignatureType=BEARERTOKEN',
      headers: { 'x-acs-bearer-token': 't' },
      body: new Uint8Array(),
    }),
  ],
  ['Action twice', 'IncompleteSignature', edited((target) => `${target}&Action=Other`)],
  ['Signature twice', 'IncompleteSignature', edited((target) => `${target}&Signature=x`)],
  [
    'Timestamp in body, too',
    'IncompleteSignature',
    receivedV1(input, 'query').then((request) => ({ ...request, body: utf8.encode('Timestamp=1') })),
  ],
  ['a common parameter of 70 kB', 'IncompleteSignature', set('AccessKeyId', 'a'.repeat(70_000))],
  ['1001 parameters', 'IncompleteSignature', edited((target) => `${target}&${'a=1&'.repeat(1001)}`)],
  ['a name of 2 kB', 'IncompleteSignature', edited((target) => `${target}&${'a'.repeat(2000)}=1`)],
  ['unknown key', 'InvalidAccessKeyId.NotFound', set('AccessKeyId', 'other')],
  ['token with a permanent key', 'InvalidSecurityToken.Malformed', receivedV1(sts, 'split')],
  ['timestamp without Z', 'InvalidTimeStamp.Format', set('Timestamp', '2026-01-09T08:00:00')],
  ['too old', 'InvalidTimeStamp.Expired', receivedV1({ ...input, date: new Date(nowMs - 901_000) }, 'split')],
  ['too new', 'InvalidTimeStamp.Expired', receivedV1({ ...input, date: new Date(nowMs + 901_000) }, 'split')],
  ['another value', 'SignatureDoesNotMatch', set('InstanceName', 'Demo')],
  ['an unsigned parameter', 'SignatureDoesNotMatch', edited((target) => `${target}&Extra=1`)],
  [
    'an unsigned parameter in a JSON body',
    'SignatureDoesNotMatch',
    receivedV1(input, 'query').then((request) => ({
      ...request,
      headers: { 'content-type': 'application/json' },
      body: utf8.encode('{}'),
    })),
  ],
  [
    'a parameter in both places',
    'SignatureDoesNotMatch',
    receivedV1(input, 'query').then((request) => ({ ...request, body: utf8.encode('InstanceName=other') })),
  ],
  [
    'another method',
    'SignatureDoesNotMatch',
    edited((target) => target).then((request) => ({ ...request, method: 'GET' })),
  ],
  ['another path', 'SignatureDoesNotMatch', edited((target) => `/x${target.slice(1)}`)],
  [
    'other bytes that decode to the same text',
    'SignatureDoesNotMatch',
    edited((target) => `${target}`, { ...input, parameters: [['A', '\ufffd']] }).then((request) => ({
      ...request,
      target: request.target.replace('%EF%BF%BD', '%FF'),
    })),
  ],
];

test.each(faults)('%s: %s', async (...[, code, request]) => {
  expect(await codeOf(request)).toBe(code);
});

test('temporary keys', async () => {
  const findKey = () => ({ accessKeySecret: 'secret', temporary: { securityToken: 'token', expiresAtMs: nowMs + 1 } });
  expect(await codeOf(receivedV1(sts, 'split'), { findKey })).toBe('accepted');
  expect(await codeOf(receivedV1(input, 'split'), { findKey })).toBe('MissingSecurityToken');
  expect(await codeOf(receivedV1({ ...sts, key: { ...sts.key, securityToken: 'x' } }, 'body'), { findKey })).toBe(
    'InvalidSecurityToken.MismatchWithAccessKey',
  );
  expect(await codeOf(receivedV1(sts, 'split'), { findKey, nowMs: nowMs + 1 })).toBe('InvalidSecurityToken.Expired');
});

test('a request is accepted once, with its parameters in any place', async () => {
  const nonceStore = createNonceStore();
  expect(await codeOf(receivedV1(input, 'split'), { nonceStore })).toBe('accepted');
  expect(await codeOf(receivedV1(input, 'body'), { nonceStore })).toBe('SignatureNonceUsed');
});

test('the result reports what was verified', async () => {
  expect(await verifyV1(await receivedV1(input, 'split'), options)).toEqual({
    ok: true,
    value: {
      dialect: 'V1',
      accessKeyId: 'id',
      action: input.action,
      version: input.version,
      signedAtMs: nowMs,
      temporary: false,
    },
  });
});

test('a picture of 2 MB is signed and verified', async () => {
  const picture: Parameter = ['PrimaryPicContent', '+/8A'.repeat(500_000)];
  expect(await codeOf(receivedV1({ ...input, parameters: [picture] }, 'split'))).toBe('accepted');
});
