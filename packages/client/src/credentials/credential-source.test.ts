import { expect, test } from 'vitest';
import { ConfigurationError } from '../errors/configuration-error.ts';
import { CredentialsError } from '../errors/credentials-error.ts';
import { credentialSource } from './credential-source.ts';
import type { CredentialProvider, Credentials } from './credentials.ts';

const minuteMs = 60_000;
const { signal } = new AbortController();

/** A provider of keys valid for ten minutes, with a clock that the test moves. */
function fixture(fail: () => boolean = () => false) {
  const state = { nowMs: 0, asked: 0 };
  const provider: CredentialProvider = () => {
    state.asked += 1;
    if (fail()) throw new Error('metadata service is away');
    return { accessKeyId: `key${state.asked}`, accessKeySecret: 'secret', expiresAt: state.nowMs + 10 * minuteMs };
  };
  return { state, source: credentialSource(provider, () => state.nowMs) };
}

test('fixed credentials are returned unchanged', async () => {
  const key: Credentials = { accessKeyId: 'id', accessKeySecret: 'secret' };
  expect(await credentialSource(key, Date.now).get(signal)).toBe(key);
});

test('credentials are kept and renewed five minutes before they expire', async () => {
  const { state, source } = fixture();
  expect((await source.get(signal)).accessKeyId).toBe('key1');
  state.nowMs = 4 * minuteMs;
  expect((await source.get(signal)).accessKeyId).toBe('key1');
  state.nowMs = 6 * minuteMs;
  expect((await source.get(signal)).accessKeyId).toBe('key2');
});

test('simultaneous calls share one request', async () => {
  const { state, source } = fixture();
  const keys = await Promise.all([source.get(signal), source.get(signal), source.get(signal)]);
  expect(keys.map(({ accessKeyId }) => accessKeyId)).toEqual(['key1', 'key1', 'key1']);
  expect(state.asked).toBe(1);
});

test('when renewal fails, the kept credentials are used until they expire', async () => {
  let away = false;
  const { state, source } = fixture(() => away);
  await source.get(signal);
  away = true;
  state.nowMs = 8 * minuteMs;
  expect((await source.get(signal)).accessKeyId).toBe('key1');
  state.nowMs = 10 * minuteMs;
  await expect(source.get(signal)).rejects.toBeInstanceOf(CredentialsError);
});

test('a failure is not kept', async () => {
  let away = true;
  const { source } = fixture(() => away);
  await expect(source.get(signal)).rejects.toMatchObject({
    code: 'CredentialsUnavailable',
    cause: { message: 'metadata service is away' },
  });
  away = false;
  expect((await source.get(signal)).accessKeyId).toBe('key2');
});

test('forgotten credentials are fetched again', async () => {
  const { source } = fixture();
  await source.get(signal);
  expect(source.forget()).toBe(true);
  expect((await source.get(signal)).accessKeyId).toBe('key2');
});

test('a call that is aborted does not affect the others that wait', async () => {
  const answer = Promise.withResolvers<Credentials>();
  const source = credentialSource(() => answer.promise, Date.now);
  const controller = new AbortController();
  const leaving = source.get(controller.signal);
  const staying = source.get(signal);
  controller.abort(new Error('left'));
  await expect(leaving).rejects.toThrow('left');
  answer.resolve({ accessKeyId: 'id', accessKeySecret: 'secret' });
  expect((await staying).accessKeyId).toBe('id');
});

test.each([
  { accessKeyId: '', accessKeySecret: 'secret' },
  { accessKeyId: 'id', accessKeySecret: '' },
  { accessKeyId: 'id', accessKeySecret: 'secret', expiresAt: 'tomorrow' },
  { accessKeyId: 'id\n', accessKeySecret: 'secret' },
  { accessKeyId: 'id', accessKeySecret: 'secret\r\n' },
  { accessKeyId: 'id', accessKeySecret: 'secret', securityToken: 'a b' },
  { accessKeyId: 'идентификатор', accessKeySecret: 'secret' },
])('%j is refused, also from a provider', async (credentials) => {
  expect(() => credentialSource(credentials, Date.now)).toThrow(ConfigurationError);
  await expect(credentialSource(() => credentials, Date.now).get(signal)).rejects.toBeInstanceOf(CredentialsError);
});
