import { createNonce, formatTimestamp, signV3 } from '@semblance/signing';
import { compareAction, formMediaType } from '@semblance/spec/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issueCredentials } from '../../src/request/access/sts-token.ts';
import type { Engine } from '../../src/lifecycle/start-engine.ts';
import { call, callV1, key, pair, send, signedCall } from './support/call.ts';
import { ppm } from './support/pictures.ts';
import { answerFault, exchange, parseReplies } from './support/raw.ts';
import { startTestEngine } from './support/test-engine.ts';
import { authorize, formFields, issueAndUpload, multipart, post } from './support/upload.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startTestEngine();
});
afterAll(() => engine.stop());

const stranger = { accessKeyId: 'stranger', accessKeySecret: 'strangerSecret' };

describe('signatures', () => {
  test('a replayed request is refused, in both dialects', async () => {
    const request = await signedCall(engine, pair);
    expect((await send(engine, request)).json['Code']).toBe(0);
    expect((await send(engine, request)).json['Code']).toBe('SignatureNonceUsed');
    const options = { nonce: createNonce(), format: 'JSON' };
    expect((await callV1(engine, pair, options)).json['Code']).toBe(0);
    expect((await callV1(engine, pair, options)).json['Code']).toBe('SignatureNonceUsed');
  });

  test('a nonce is only burnt by a verified request', async () => {
    const nonce = createNonce();
    const forged = await call(engine, pair, { nonce, key: { ...key, accessKeySecret: 'guess' } });
    expect(forged.json['Code']).toBe('SignatureDoesNotMatch');
    expect((await call(engine, pair, { nonce })).json['Code']).toBe(0);
  });

  test('an unsigned request, or one stripped of its signature, is refused', async () => {
    const { headers, body } = await signedCall(engine, pair);
    const { authorization: _authorization, ...stripped } = headers;
    expect((await send(engine, { headers: stripped, body })).json['Code']).toBe('MissingAction');
    const common = `Action=${compareAction.action}&Version=${compareAction.version}&Format=JSON`;
    expect((await send(engine, { path: `/?${common}`, body })).json['Code']).toBe('MissingAccessKeyId');
    expect((await send(engine, { path: `/?${common}&AccessKeyId=testAccessKeyId`, body })).json['Code']).toBe(
      'MissingSignature',
    );
  });

  test('anything added to a signed request is refused', async () => {
    const header = await signedCall(engine, pair);
    const added = { ...header, headers: { ...header.headers, 'x-acs-extra': '1' } };
    expect((await send(engine, added)).json['Code']).toBe('IncompleteSignature');
    const query = await signedCall(engine, pair);
    expect((await send(engine, { ...query, path: '/?Extra=1' })).json['Code']).toBe('SignatureDoesNotMatch');
    const body = await signedCall(engine, pair);
    expect((await send(engine, { ...body, body: `${body.body}&Extra=1` })).json['Code']).toBe('SignatureDoesNotMatch');
  });

  test('dates outside the window are refused, past and future', async () => {
    for (const minutes of [-16, 16]) {
      const date = new Date(Date.now() + minutes * 60_000);
      expect((await call(engine, pair, { date })).json['Code']).toBe('InvalidTimeStamp.Expired');
      expect((await callV1(engine, pair, { date, format: 'JSON' })).json['Code']).toBe('InvalidTimeStamp.Expired');
    }
    expect(formatTimestamp(new Date(0))).toBe('1970-01-01T00:00:00Z');
  });

  test('an unknown algorithm is refused by name', async () => {
    const { headers, body } = await signedCall(engine, pair);
    const authorization = String(headers['authorization']).replace('ACS3-HMAC-SHA256', 'ACS3-HMAC-MD5');
    expect((await send(engine, { headers: { ...headers, authorization }, body })).json['Code']).toBe(
      'InvalidSignatureMethod',
    );
  });

  test('a mismatch names the first difference, and neither secret nor pictures', async () => {
    const proxied = await signV3({
      key,
      method: 'POST',
      host: 'imagesearch.example.com',
      contentType: formMediaType,
      action: compareAction.action,
      version: compareAction.version,
      body: Buffer.from('InstanceName=x'),
      date: new Date(),
      nonce: createNonce(),
    });
    const { json } = await send(engine, {
      headers: { ...proxied.headers, 'x-forwarded-host': 'imagesearch.example.com' },
      body: 'InstanceName=x',
    });
    expect(json['Message']).toMatch(/^Specified signature does not match our calculation\. .*host/i);
    const large = { ...pair, PrimaryPicContent: 'A'.repeat(3_000_000) };
    const wrong = await callV1(engine, large, { key: { ...key, accessKeySecret: 'wrong' }, format: 'JSON' });
    expect(String(wrong.json['Message']).length).toBeLessThan(2000);
    expect(wrong.text).not.toContain(key.accessKeySecret);
    expect(wrong.text).not.toContain('AAAAAAAAAA');
  });
});

describe('temporary credentials', () => {
  const issuer = { name: 'build', secret: 'issuer-secret', account: '1000', role: 'ci' };
  const soon = (): number => Date.now() + 60_000;

  test('issued ones work in both dialects, under the policies of their role', async () => {
    const issued = issueCredentials(issuer, 'test', soon());
    expect((await call(engine, pair, { key: issued })).json['Code']).toBe(0);
    expect((await callV1(engine, pair, { key: issued, format: 'JSON' })).json['Code']).toBe(0);
  });

  test.each([
    ['InvalidSecurityToken.Expired', () => issueCredentials(issuer, 'test', Date.now() - 1)],
    ['InvalidSecurityToken.Malformed', () => issueCredentials({ ...issuer, secret: 'another' }, 'test', soon())],
    [
      'InvalidSecurityToken.MismatchWithAccessKey',
      () => ({
        ...issueCredentials(issuer, 'a', soon()),
        securityToken: issueCredentials(issuer, 'b', soon()).securityToken,
      }),
    ],
    ['InvalidAccessKeyId.NotFound', () => issueCredentials({ ...issuer, name: 'nobody' }, 'test', soon())],
    ['InvalidSecurityToken.Malformed', () => ({ ...key, securityToken: 'token with a permanent key' })],
    ['InvalidAccessKeyId.Inactive', () => ({ accessKeyId: 'inactive', accessKeySecret: 'inactiveSecret' })],
  ])('%s', async (code, make) => {
    expect((await call(engine, pair, { key: make() })).json['Code']).toBe(code);
  });

  test('MissingSecurityToken', async () => {
    const { accessKeyId, accessKeySecret } = issueCredentials(issuer, 'test', soon());
    expect((await call(engine, pair, { key: { accessKeyId, accessKeySecret } })).json['Code']).toBe(
      'MissingSecurityToken',
    );
  });
});

describe('uploads', () => {
  test("another caller's object is as if it did not exist", async () => {
    const { url } = await issueAndUpload(engine, stranger, ppm(120));
    expect((await call(engine, { ...pair, PrimaryPicContent: url })).json['Code']).toBe('PicNotExist');
  });

  test('an address under another host is never taken for an issued one', async () => {
    const { url } = await issueAndUpload(engine, key, ppm(120));
    const elsewhere = url.replace('127.0.0.1', 'evil.example');
    expect((await call(engine, { ...pair, PrimaryPicContent: elsewhere })).json['Code']).toBe('InvalidPicUrl');
  });

  test('a key takes one upload, and is gone once it was compared', async () => {
    const authorization = await authorize(engine, key);
    const form = multipart(formFields(authorization), ppm(120));
    expect((await post(engine, form)).status).toBe(201);
    const again = await post(engine, form);
    expect(again.status).toBe(403);
    expect(again.text).toContain('<Code>AccessDenied</Code>');
    const url = `http://127.0.0.1:${engine.port}/${String(authorization['ObjectKey'])}`;
    expect((await call(engine, { ...pair, PrimaryPicContent: url })).json['Code']).toBe(0);
    expect((await call(engine, { ...pair, PrimaryPicContent: url })).json['Code']).toBe('PicNotExist');
  });

  test.each([
    ['a path in the key', { key: '../../../../etc/passwd' }, 'AccessDenied'],
    ['a key shaped like ours', { key: `imagesearch/${'0'.repeat(48)}` }, 'AccessDenied'],
    [
      'a changed policy',
      { policy: Buffer.from('{"expiration":"2999-01-01T00:00:00Z","conditions":[]}').toString('base64') },
      'SignatureDoesNotMatch',
    ],
    ['a changed signature', { Signature: 'AAAA' }, 'SignatureDoesNotMatch'],
    ['another access key', { OSSAccessKeyId: 'other' }, 'InvalidAccessKeyId'],
    ['an absent key', { key: '' }, 'InvalidArgument'],
  ])('%s is refused', async (_name, changes, code) => {
    const fields = { ...formFields(await authorize(engine, key)), ...changes };
    expect((await post(engine, multipart(fields, ppm(120)))).text).toContain(`<Code>${code}</Code>`);
  });

  test('more bytes than allowed, a form without a file, no form at all', async () => {
    const fields = formFields(await authorize(engine, key));
    expect((await post(engine, multipart(fields, Buffer.alloc(9_000_000)))).text).toContain(
      '<Code>EntityTooLarge</Code>',
    );
    expect((await post(engine, Buffer.from('--boundary0123456789ab--\r\n'))).text).toContain(
      '<Code>InvalidArgument</Code>',
    );
    expect((await post(engine, Buffer.from('nothing of the kind, at all, whatever'))).text).toContain(
      '<Code>MalformedPOSTRequest</Code>',
    );
  });
});

describe('connections', () => {
  test('headers that trickle, and floods of them, end with an answer', async () => {
    const patient = await startTestEngine({ limits: { workers: 1, transferMs: 400 } });
    const [slow] = parseReplies(await exchange(patient, 'POST / HTTP/1.1\r\nhost: x\r\n', { halfClose: false }));
    expect(slow?.body).toContain('TimeoutForTransferImage');
    const flood = `POST / HTTP/1.1\r\n${Array.from({ length: 4000 }, (_, at) => `x-flood-${at}: ${'y'.repeat(60)}\r\n`).join('')}\r\n`;
    const [flooded] = parseReplies(await exchange(patient, flood));
    expect(flooded?.status).toBe(400);
    expect(flooded?.body).toContain('"Code":"InvalidParameter"');
    await patient.stop();
  });

  test.each([
    ['noise', 'this is no HTTP at all\r\n\r\n'],
    ['bad chunking', 'POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nZZ\r\n'],
    ['a chunk that breaks off', 'POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n5\r\nab'],
    [
      'two framings at once',
      'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['two lengths', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 3\r\ncontent-length: 4\r\n\r\nabcd'],
    ['a negative length', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: -3\r\n\r\nabcd'],
    ['a length that lies', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 300\r\n\r\nabcd'],
    ['no host', 'POST / HTTP/1.1\r\ncontent-length: 0\r\nconnection: close\r\n\r\n'],
    ['HTTP/1.0', 'POST / HTTP/1.0\r\ncontent-length: 0\r\n\r\n'],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['CONNECT', 'CONNECT example.com:443 HTTP/1.1\r\nhost: example.com\r\n\r\n'],
    ['an upgrade', 'GET / HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n'],
    [
      'an expectation',
      'POST / HTTP/1.1\r\nhost: x\r\nexpect: a-miracle\r\ncontent-length: 0\r\nconnection: close\r\n\r\n',
    ],
    ['a path elsewhere', 'GET /../../etc/passwd HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'],
    ['OPTIONS *', 'OPTIONS * HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'],
    ['a method of its own', 'BREW / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'],
    [
      'an upload without a body',
      'POST / HTTP/1.1\r\nhost: x\r\ncontent-type: multipart/form-data; boundary=b\r\ncontent-length: 0\r\nconnection: close\r\n\r\n',
    ],
  ])('%s gets an envelope', async (_name, bytes) => {
    const replies = parseReplies(await exchange(engine, bytes));
    expect(replies).toHaveLength(1);
    expect(replies.map(answerFault)).toEqual([undefined]);
    expect(replies[0]?.status).toBeLessThan(500);
    expect(replies[0]?.status).toBeGreaterThanOrEqual(400);
  });

  test('a caller may close its side after a complete request and still gets the answer', async () => {
    const { headers, body } = await signedCall(engine, pair);
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const head = `POST / HTTP/1.1\r\nhost: 127.0.0.1:${engine.port}\r\n${lines.join('')}content-length: ${body.length}\r\n\r\n`;
    const [reply] = parseReplies(await exchange(engine, head + body));
    expect(reply?.body).toContain('"Code":0');
  });

  test('pages of other origins may ask first', async () => {
    const reply = await send(engine, {
      method: 'OPTIONS',
      headers: { origin: 'https://docs.example', 'access-control-request-method': 'POST' },
    });
    expect(reply.status).toBe(204);
    expect(reply.headers['access-control-allow-origin']).toBe('*');
  });
});
