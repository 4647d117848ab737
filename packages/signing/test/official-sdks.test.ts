import { createHash, createHmac } from 'node:crypto';
import { signV3 } from '@semblance/signing';
import type { SignV3Input } from '@semblance/signing';
import { acs3HmacSm3 } from '@semblance/signing/sm3';
import { diagnose } from '@semblance/signing/doctor';
import { verify } from '@semblance/signing/verify';
import type { ReceivedRequest, VerifyOptions } from '@semblance/signing/verify';
import { describe, expect, test } from 'vitest';
import { received } from './received.ts';

const key = { accessKeyId: 'id', accessKeySecret: 'secret' };
const date = new Date('2026-01-09T08:00:00Z');
const options: VerifyOptions = { nowMs: date.getTime(), findKey: () => key };
const authorize: SignV3Input = {
  method: 'GET',
  host: '127.0.0.1:8080',
  query: [
    ['Product', 'ImageSearch'],
    ['RegionId', 'cn-shanghai'],
  ],
  action: 'AuthorizeFileUpload',
  version: '2019-12-19',
  key,
  date,
  nonce: 'n1',
};
const compare: SignV3Input = {
  ...authorize,
  method: 'POST',
  query: [],
  contentType: 'application/x-www-form-urlencoded',
  body: new TextEncoder().encode('InstanceName=demo'),
};

async function withHeaders(input: SignV3Input, added: Record<string, string>): Promise<ReceivedRequest> {
  const request = await received(input);
  return { ...request, headers: { ...(request.headers as Record<string, string>), ...added } };
}

async function codeOf(request: ReceivedRequest): Promise<string> {
  const verification = await verify(request, options);
  return verification.ok ? 'accepted' : verification.failure.code;
}

describe("Python's asynchronous client (tea-openapi 0.4.4, aiohttp) adds headers that it did not sign", () => {
  const added = { 'content-type': 'application/octet-stream', 'content-length': '0' };

  test('to a GET without body: accepted', async () => {
    expect(await codeOf(await withHeaders(authorize, added))).toBe('accepted');
  });

  test('a signed content type is verified, with or without a body', async () => {
    const signed = { ...authorize, contentType: 'application/json' };
    expect(await codeOf(await received(signed))).toBe('accepted');
    expect(await codeOf(await withHeaders(signed, added))).toBe('SignatureDoesNotMatch');
  });

  test('an unsigned content type of a body is refused', async () => {
    const { contentType: _none, ...unsigned } = compare;
    expect(await codeOf(await withHeaders(unsigned, added))).toBe('IncompleteSignature');
    expect(await codeOf(await withHeaders(authorize, { ...added, 'x-acs-extra': '1' }))).toBe('IncompleteSignature');
  });
});

describe('ACS3-HMAC-SM3, which every SDK offers', () => {
  test.each([authorize, compare])('accepts what it signs, $method', async (input) => {
    const request = await received({ ...input, algorithm: acs3HmacSm3 });
    expect(await codeOf(request)).toBe('accepted');
    const changed = { ...request, body: new TextEncoder().encode('InstanceName=other') };
    expect(await codeOf(changed)).toBe('SignatureDoesNotMatch');
  });

  test('equals OpenSSL’s result for the same canonical request, computed as in Node’s client', async () => {
    const { canonicalRequest, stringToSign, bodySha256, headers } = await signV3({
      ...compare,
      algorithm: acs3HmacSm3,
    });
    const digest = (text: string | Uint8Array): string => createHash('sm3').update(text).digest('hex');
    expect(bodySha256).toBe(digest(compare.body ?? ''));
    expect(stringToSign).toBe(`ACS3-HMAC-SM3\n${digest(canonicalRequest)}`);
    const signature = createHmac('sm3', 'secret').update(stringToSign).digest('hex');
    expect(headers['authorization']).toMatch(new RegExp(`^ACS3-HMAC-SM3 Credential=id,.*,Signature=${signature}$`));
  });

  test('the doctor explains it, too', async () => {
    const request = await received({ ...compare, host: 'example.com', algorithm: acs3HmacSm3 });
    const headers = { ...(request.headers as Record<string, string>), host: '127.0.0.1:8080' };
    const diagnosis = await diagnose({ request: { ...request, headers }, options, knownHosts: ['example.com'] });
    expect(diagnosis).toMatchObject({ cause: 'host-rewritten', certainty: 'proven' });
  });

  test('an empty secret makes no signature', async () => {
    const input = { ...compare, key: { accessKeyId: 'id', accessKeySecret: '' }, algorithm: acs3HmacSm3 };
    await expect(signV3(input)).rejects.toThrow(RangeError);
  });
});
