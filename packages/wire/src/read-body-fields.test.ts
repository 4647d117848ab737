import { expect, test } from 'vitest';
import { arrivedFields, bodyAdvice, isActionForm, readBodyFields } from './read-body-fields.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const part = (name: string): string => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n1\r\n--b--\r\n`;

test.each([
  ['multipart/form-data; boundary=b', part('InstanceName'), bodyAdvice.multipart],
  [undefined, part('InstanceName'), bodyAdvice.multipart],
  ['application/json; charset=utf-8', '{"InstanceName":"demoinstance1"}', bodyAdvice.json],
  ['application/x-www-form-urlencoded', ' [1]', bodyAdvice.json],
  ['text/plain', 'hello', bodyAdvice.other],
  ['image/png', '\u0089PNG\r\n=&', bodyAdvice.other],
  ['application/octet-stream', 'a'.repeat(300), bodyAdvice.other],
  ['text/plain;charset=UTF-8', 'InstanceName=demoinstance1', undefined],
  ['application/json', 'InstanceName=demoinstance1', undefined],
  ['application/json', '', undefined],
  [undefined, 'InstanceName=demoinstance1', undefined],
  ['application/x-www-form-urlencoded; charset=utf-8', 'InstanceName', undefined],
])('%s: %.40s', (contentType, body, advice) => {
  const reading = readBodyFields(bytes(body), contentType);
  const fields = reading.form.ok ? reading.form.value.length : undefined;
  expect([reading.advice, fields]).toEqual([advice, advice === undefined && body !== '' ? 1 : 0]);
});

test('an upload form is not mistaken for a call', () => {
  expect(isActionForm(bytes(part('InstanceName')))).toBe(true);
  expect(isActionForm(bytes(part('OSSAccessKeyId')))).toBe(false);
});

test('the complete fields of an incomplete form count', () => {
  expect(new TextDecoder().decode(arrivedFields(bytes('Format=JSON&InstanceName=dem')))).toBe('Format=JSON');
  expect(arrivedFields(bytes('Format=JS'))).toHaveLength(0);
});
