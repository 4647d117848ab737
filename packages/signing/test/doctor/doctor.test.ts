import { signV1, signV3 } from '@semblance/signing';
import { causes, diagnose, summarize, workedSteps } from '@semblance/signing/doctor';
import { expect, test } from 'vitest';
import { received, receivedV1 } from '../received.ts';
import { vectorsV1 } from '../vectors/v1.ts';
import { vectorsV3 } from '../vectors/v3.ts';
import { casesV1 } from './cases-v1.ts';
import { casesV3 } from './cases-v3.ts';
import {
  base,
  baseV1,
  examine,
  hmacBase64,
  hmacHex,
  replaceSignature,
  secret,
  signedBy,
  v1SignedBy,
  vectorNamed,
  withHeaders,
  withSignature,
} from './tamper.ts';

const vectorV3 = vectorNamed(vectorsV3, 'POST with a permanent key');
const temporaryV3 = vectorNamed(vectorsV3, 'POST with a temporary key');
const vectorV1 = vectorNamed(vectorsV1, 'POST, permanent key');
const temporaryV1 = vectorNamed(vectorsV1, 'POST, temporary key');
const local = { ...base, host: 'localhost:8080' };

test.each(Object.keys(casesV3))('V3: %s', async (name) => {
  const [request, expected] = casesV3[name] ?? [received(base), {}];
  expect(await examine(await request)).toMatchObject(expected);
});

test('V3: form parameters signed as query', async () => {
  const body = new TextDecoder().decode(base.body);
  const request = await signedBy((canonical) => hmacHex(canonical.replace('POST\n/\n\n', `POST\n/\n${body}\n`)));
  expect(await examine(request)).toMatchObject({ cause: 'form-in-query', certainty: 'proven' });
});

test('V3: the caller’s canonical request shows a difference that no variation finds', async () => {
  const canonicalRequest = (await signV3({ ...base, host: 'unheard.of' })).canonicalRequest;
  const request = withSignature(await received(base), hmacHex(canonicalRequest));
  expect(await examine(request)).toMatchObject({ cause: 'wrong-secret', certainty: 'likely' });
  expect(await examine(request, { knownHosts: ['unheard.of'] })).toMatchObject({
    cause: 'host-rewritten',
    certainty: 'proven',
  });
  expect(await examine(request, { caller: { canonicalRequest } })).toMatchObject({
    cause: 'host-rewritten',
    certainty: 'seen',
    firstDifference: { part: 'host', received: `host:${base.host}`, signed: 'host:unheard.of' },
  });
});

test('a summary says once how likely its cause is, and where more is to be found out', async () => {
  const request = withSignature(await received(base), hmacHex('something else'));
  expect(summarize(await examine(request), 'en')).toMatch(/^Nothing tried reproduces the signature: most likely/);
  expect(summarize(await examine(request), 'zh')).not.toMatch(/可能.*可能/);
  expect(causes.undetermined.en).toContain('signature lab');
  expect(causes.undetermined.zh).toContain('签名实验室');
});

test.each(Object.keys(casesV1))('V1: %s', async (name) => {
  const [request, expected] = casesV1[name] ?? [receivedV1(baseV1, 'body'), {}];
  expect(await examine(await request)).toMatchObject(expected);
});

test('V1: the caller’s string to sign shows the difference', async () => {
  const { stringToSign } = await signV1({ ...baseV1, nonce: 'another' });
  const request = await v1SignedBy(() => hmacBase64(stringToSign));
  expect(await examine(request, { caller: { stringToSign } })).toMatchObject({
    cause: 'canonical-request-differs',
    firstDifference: { part: 'SignatureNonce', signed: 'SignatureNonce%3Danother' },
  });
});

test('no diagnosis holds the secret, a valid signature or the security token', async () => {
  const valid = [vectorV3.signature, temporaryV3.signature, vectorV1.signature, temporaryV1.signature];
  const requests = [
    ...Object.values(casesV3).map(([request]) => request),
    ...Object.values(casesV1).map(([request]) => request),
    received(temporaryV3.input).then((request) => withSignature(request, 'f'.repeat(64))),
    receivedV1(temporaryV1.input, 'split').then((request) => ({
      ...request,
      target: replaceSignature(request.target, 'x'),
    })),
  ];
  for (const request of requests) {
    const temporary = { securityToken: 'testSecurityToken', expiresAtMs: Number.POSITIVE_INFINITY };
    for (const key of [{ accessKeySecret: secret }, { accessKeySecret: secret, temporary }]) {
      const diagnosis = await diagnose({
        request: await request,
        options: { findKey: () => key, nowMs: base.date.getTime() },
      });
      const text = JSON.stringify(diagnosis) + summarize(diagnosis, 'en') + summarize(diagnosis, 'zh');
      for (const forbidden of [secret, 'testSecurityToken', ...valid]) expect(text).not.toContain(forbidden);
    }
  }
});

test('V1: a difference in a picture shows its encoding, and nothing of its content', async () => {
  const input = { ...baseV1, parameters: [['PrimaryPicContent', 'QUJDREVG+0hJSktMTU5P/w==']] as const };
  const lowerCase = (text: string): string =>
    text.replaceAll(/%25(..)/g, (_, hex: string) => `%25${hex.toLowerCase()}`);
  const diagnosis = await examine(await v1SignedBy((text) => hmacBase64(lowerCase(text)), 'split', input));
  expect(diagnosis).toMatchObject({
    cause: 'lower-case-hex',
    firstDifference: {
      received: expect.stringMatching(/Dx%252Bx%252Fx%253D%253D%26/) as string,
      signed: expect.stringMatching(/Dx%252bx%252fx%253d%253d%26/) as string,
    },
  });
  expect(summarize(diagnosis, 'en')).not.toMatch(/QUJD|REVG|0hJS|TU5P/);
});

test('the diagnosis of a large request is short and within its budget', async () => {
  const picture = 'A+/='.repeat(250_000);
  const request = await receivedV1({ ...baseV1, parameters: [['PrimaryPicContent', picture]] }, 'split');
  const broken = { ...request, target: replaceSignature(request.target, 'wrong') };
  const diagnosis = await examine(broken, { budgetBytes: 2_500_000 });
  expect(diagnosis).toMatchObject({ exhaustive: false, cause: 'undetermined' });
  expect(diagnosis.tried).toBeLessThanOrEqual(2);
  expect(JSON.stringify(diagnosis).length).toBeLessThan(3000);
});

test('a summary names the difference in both languages', async () => {
  const diagnosis = await examine(await withHeaders({ host: '127.0.0.1:8080' }, local));
  expect(summarize(diagnosis, 'en')).toContain(
    'First difference: host, received 127.0.0.1:8080, signed localhost:8080.',
  );
  expect(summarize(diagnosis, 'zh')).toContain('首个差异：host，收到 127.0.0.1:8080，签名时为 localhost:8080。');
});

test('every cause has a text in both languages', () => {
  for (const { en, zh } of Object.values(causes)) {
    expect(en).toMatch(/\.$/);
    expect(zh).toMatch(/。$/);
  }
});

test('worked steps end in the known signature', async () => {
  const stepsV3 = await workedSteps(await received(base), secret);
  expect(stepsV3?.find(({ id }) => id === 'canonical-request')?.text).toBe(vectorV3.canonicalRequest);
  expect(stepsV3?.at(-1)?.text).toBe(vectorV3.signature);
  const stepsV1 = await workedSteps(await receivedV1(baseV1, 'split'), secret);
  expect(stepsV1?.find(({ id }) => id === 'string-to-sign')?.text).toBe(vectorV1.stringToSign);
  expect(stepsV1?.at(-1)?.text).toBe(vectorV1.signature);
  expect(
    await workedSteps(
      { method: 'GET', target: '/', headers: { authorization: 'ACS3-X' }, body: new Uint8Array() },
      's',
    ),
  ).toBeUndefined();
});
