import { signV1, signV3 } from '@semblance/signing';
import { verifyV1, verifyV3 } from '@semblance/signing/verify';
import { errorRetries } from '@semblance/spec/error-policy';
import { commonParameters } from '@semblance/spec/operations';
import { expect, test } from 'vitest';
import { received, receivedV1 } from './received.ts';
import { vectorsV1 } from './vectors/v1.ts';
import { vectorsV3 } from './vectors/v3.ts';

const required = (dialect: 'V3' | 'V1'): string[] =>
  commonParameters.filter((parameter) => parameter.dialect === dialect && parameter.required).map(({ name }) => name);
const all = (dialect: 'V3' | 'V1'): string[] =>
  commonParameters.filter((parameter) => parameter.dialect === dialect).map(({ name }) => name);
const [v3] = vectorsV3;
const [v1] = vectorsV1;
if (v3 === undefined || v1 === undefined) throw new Error('vectors are missing');
const options = { findKey: () => ({ accessKeySecret: v3.input.key.accessKeySecret }), nowMs: v3.input.date.getTime() };

test.each(required('V1'))('V1: without %s a request is refused with the contract’s Missing code', async (name) => {
  const request = await receivedV1(v1.input, 'query');
  const target = request.target.replace(new RegExp(`([?&])${name}=[^&]*&?`), '$1');
  const verification = await verifyV1({ ...request, target }, options);
  expect(verification).toMatchObject({ ok: false, failure: { code: `Missing${name}` } });
  expect(Object.hasOwn(errorRetries, `Missing${name}`)).toBe(true);
});

test.each(required('V3'))('V3: without %s a request is refused', async (name) => {
  const request = await received(v3.input);
  const headers = { ...(request.headers as Record<string, string>) };
  Reflect.deleteProperty(headers, name);
  expect(await verifyV3({ ...request, headers }, options)).toMatchObject({ ok: false });
});

test('signed requests carry the contract’s names, and all required ones', async () => {
  const key = { ...v3.input.key, securityToken: 'token' };
  const headers = ['host', ...Object.keys((await signV3({ ...v3.input, key })).headers)];
  expect(headers.filter((name) => !all('V3').includes(name))).toEqual([]);
  expect(required('V3').filter((name) => !headers.includes(name))).toEqual([]);
  const parameters = (await signV1({ ...v1.input, key })).commonParameters.map(([name]) => name);
  expect(parameters.filter((name) => !all('V1').includes(name))).toEqual([]);
  expect(required('V1').filter((name) => !parameters.includes(name))).toEqual([]);
});
