import * as one from '@semblance/client';
import { expect, test, vi } from 'vitest';

const facts = { action: 'CompareSimilarByImage', httpStatus: 403, requestId: undefined, retryAfterMs: undefined };
const refusal = { ...facts, message: 'refused', wireCode: 'NoPermission', serverMessage: 'no' };

function examplesOf(copy: typeof one): Record<string, Error> {
  return {
    isApiError: new copy.ApiError('NoPermission', refusal),
    isAnswerError: new copy.AnswerError('html', facts),
    isConfigurationError: new copy.ConfigurationError('x'),
    isCredentialsError: new copy.CredentialsError('x'),
    isNetworkError: new copy.NetworkError('x', 'host', new Error('x')),
    isPictureInputError: new copy.PictureInputError('primary', 'x'),
    isTimeOutError: new copy.TimeOutError('total', 1),
    isUploadError: new copy.UploadError('primary', { code: 'AccessDenied', message: '', requestId: undefined }, 403),
  };
}

const guards = Object.entries(one).filter(([name]) => /^is\w+Error$/.test(name) && name !== 'isSemblanceError') as [
  string,
  (value: unknown) => boolean,
][];

test('every guard recognises its own errors only, from this copy and another one', async () => {
  vi.resetModules();
  const other = await import('@semblance/client');
  expect(other.ApiError).not.toBe(one.ApiError);
  for (const copy of [one, other]) {
    const examples = examplesOf(copy);
    expect(Object.keys(examples).sort()).toEqual(guards.map(([name]) => name).sort());
    for (const [name, error] of Object.entries(examples)) {
      expect(one.isSemblanceError(error)).toBe(true);
      expect(guards.filter(([, guard]) => guard(error)).map(([guard]) => guard)).toEqual([name]);
    }
  }
});

test.each([new Error('x'), { code: 'NoPermission' }, null, undefined, 'text'])(
  '%s is not an error of this package',
  (value) => {
    expect(one.isSemblanceError(value)).toBe(false);
  },
);

test('a log shows class and code', () => {
  for (const error of Object.values(examplesOf(one))) {
    expect(String(error)).toMatch(/^\w+Error: /);
    expect(error).toHaveProperty('code', expect.any(String));
  }
});
