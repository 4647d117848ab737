import { signV1 } from '@semblance/signing';
import type { Parameter, SignV1Input } from '@semblance/signing';
import { answerBudgetBytes, diagnose, mismatchContinuation } from '@semblance/signing/doctor';
import { expect, test } from 'vitest';
import { receivedV1 } from '../received.ts';

const date = new Date('2026-01-09T08:00:00Z');

function input(parameters: readonly Parameter[], more: Partial<SignV1Input> = {}): SignV1Input {
  return {
    method: 'GET',
    action: 'AuthorizeFileUpload',
    version: '2019-12-19',
    format: 'JSON',
    parameters,
    key: { accessKeyId: 'id', accessKeySecret: 'wrong' },
    date,
    nonce: 'n1',
    ...more,
  };
}

async function continuation(signed: SignV1Input, change = (target: string): string => target): Promise<string> {
  const request = await receivedV1(signed, 'query');
  const sent = { ...request, target: change(request.target) };
  const options = { nowMs: date.getTime(), findKey: () => ({ accessKeySecret: 'secret' }) };
  const { cause } = await diagnose({ request: sent, options, budgetBytes: answerBudgetBytes });
  return mismatchContinuation(sent, 'V1', { explanation: 'because of this', cause });
}

/** What the cores of Python and Go read: the text after the first colon, and the text after the prefix. */
const product: Parameter = ['Product', 'ImageSearch'];

test('a wrong secret: exactly the caller’s string to sign, so that cores can report it', async () => {
  const signed = input([product]);
  expect(await continuation(signed)).toBe((await signV1(signed)).stringToSign);
});

test('a changed value: the string to sign of the received request, which differs from the cores’ own', async () => {
  const signed = input([product], { key: { accessKeyId: 'id', accessKeySecret: 'secret' } });
  const text = await continuation(signed, (target) => target.replace('ImageSearch', 'Other'));
  expect(text).toBe((await signV1(input([['Product', 'Other']]))).stringToSign);
});

test('another known cause follows the string to sign', async () => {
  const request = await receivedV1(input([product]), 'query');
  const text = mismatchContinuation(request, 'V1', { explanation: 'because of this', cause: 'method-changed' });
  expect(text).toBe(`${(await signV1(input([product]))).stringToSign}: because of this`);
});

test.each([
  ['a picture', 'PrimaryPicContent', 'QUJD'],
  ['a token', 'SecurityToken', 'token'],
  ['a long value', 'Note', 'é'.repeat(200)],
  ['a large value', 'Other', 'B'.repeat(6_000_000)],
])('%s is not repeated', async (_what, name, value) => {
  const text = await continuation(input([product, [name, value]]));
  expect(text).toContain(`${name}%3D…(`);
  expect(text).toMatch(/^GET&%2F&[^:]*: because of this$/);
  expect(text).not.toContain(value);
  expect(text.length).toBeLessThan(1000);
});

test('many parameters do not make a long message', async () => {
  const many = Array.from({ length: 900 }, (_none, index): Parameter => [`Name${index}`, 'x'.repeat(100)]);
  expect((await continuation(input(many))).length).toBeLessThan(2200);
});
