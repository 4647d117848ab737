import { signV1, signV3 } from '@semblance/signing';
import { compareAction, formMediaType } from '@semblance/spec/protocol';
import { expect, test } from 'vitest';
import { compareRequest, endpoint, outcomeOf, validParameters } from '../../test/compare-request.ts';
import { createMock } from '../mock/mock.ts';
import type { Mock } from '../mock/mock.ts';
import type { SignatureMode } from './check-signature.ts';

const accessKeys = { testid: { accessKeySecret: 'testsecret' }, gone: { accessKeySecret: 'gone', active: false } };
const { Action: _action, Version: _version, Format: _format, ...operationParameters } = validParameters;
const { action, version } = compareAction;

interface Signing {
  readonly accessKeyId?: string;
  readonly accessKeySecret?: string;
  readonly date?: Date;
  readonly nonce?: string;
}

const signing = (
  input: Signing,
): { key: { accessKeyId: string; accessKeySecret: string }; date: Date; nonce: string } => ({
  key: { accessKeyId: input.accessKeyId ?? 'testid', accessKeySecret: input.accessKeySecret ?? 'testsecret' },
  date: input.date ?? new Date(),
  nonce: input.nonce ?? crypto.randomUUID(),
});

async function signedV3(input: Signing = {}): Promise<Request> {
  const body = new TextEncoder().encode(new URLSearchParams(operationParameters).toString());
  const host = new URL(endpoint).host;
  const { headers } = await signV3({
    method: 'POST',
    host,
    action,
    version,
    contentType: formMediaType,
    body,
    ...signing(input),
  });
  return new Request(endpoint, { method: 'POST', headers, body });
}

async function signedV1(input: Signing = {}): Promise<Request> {
  const parameters = Object.entries(operationParameters);
  const signed = await signV1({ method: 'POST', action, version, format: 'JSON', parameters, ...signing(input) });
  const body = new URLSearchParams([...signed.commonParameters, ...parameters].map(([name, value]) => [name, value]));
  return new Request(endpoint, { method: 'POST', body });
}

const mockOf = (signature: SignatureMode): Mock => createMock({ signature, accessKeys });
const outcome = async (mock: Mock, request: Request): Promise<string | number> =>
  outcomeOf(await mock.respond(request));

test.each([signedV3, signedV1])('strict accepts a valid signature once (%o)', async (sign) => {
  const mock = mockOf('strict');
  const request = await sign({ nonce: 'once' });
  expect(await outcome(mock, request.clone())).toBe(0.72);
  expect(await outcome(mock, request)).toBe('SignatureNonceUsed');
});

test.each<[string, Signing, string]>([
  ['a wrong secret', { accessKeySecret: 'wrong' }, 'SignatureDoesNotMatch'],
  ['an unknown key', { accessKeyId: 'nobody' }, 'InvalidAccessKeyId.NotFound'],
  ['a disabled key', { accessKeyId: 'gone', accessKeySecret: 'gone' }, 'InvalidAccessKeyId.Inactive'],
  ['a date 16 minutes old', { date: new Date(Date.now() - 16 * 60_000) }, 'InvalidTimeStamp.Expired'],
])('strict refuses %s in both dialects', async (_name, input, code) => {
  expect(await outcome(mockOf('strict'), await signedV3(input))).toBe(code);
  expect(await outcome(mockOf('strict'), await signedV1(input))).toBe(code);
});

test('a mismatch says what differs', async () => {
  const request = await signedV3();
  const other = new Request(endpoint, {
    method: 'POST',
    headers: request.headers,
    body: `${await request.text()}&More=1`,
  });
  const response = await mockOf('strict').respond(other);
  const { Message } = (await response.json()) as { readonly Message: string };
  expect(Message).toMatch(/^Specified signature does not match our calculation\. .*body/);
  expect(Message).not.toContain('testsecret');
});

test('strict refuses an unsigned call as the gateway does', async () => {
  expect(await outcome(mockOf('strict'), compareRequest())).toBe('MissingAccessKeyId');
});

test('strict comes before the scenario', async () => {
  const mock = mockOf('strict');
  mock.use('DeniedRequest');
  expect(await outcome(mock, compareRequest())).toBe('MissingAccessKeyId');
  expect(await outcome(mock, await signedV3())).toBe('DeniedRequest');
});

test('warn answers anyway and records the finding', async () => {
  const mock = mockOf('warn');
  expect(await outcome(mock, await signedV3({ accessKeySecret: 'wrong' }))).toBe(0.72);
  expect(await outcome(mock, await signedV3())).toBe(0.72);
  expect(mock.journal.entries().map(({ signature }) => signature)).toEqual([
    { checked: true, ok: false, code: 'SignatureDoesNotMatch', detail: expect.any(String) },
    { checked: true, ok: true },
  ]);
});

test('off does not check', async () => {
  const mock = mockOf('off');
  expect(await outcome(mock, await signedV3({ accessKeySecret: 'wrong' }))).toBe(0.72);
  expect(mock.journal.entries()[0]?.signature).toEqual({ checked: false });
});
