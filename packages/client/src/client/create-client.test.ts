import { errorRetries, errorStatuses } from '@semblance/spec/error-policy';
import type { ErrorCode } from '@semblance/spec/error-policy';
import { examples } from '@semblance/spec/examples';
import { expect, test } from 'vitest';
import { ConfigurationError, createClient, isApiError } from '../../exports/main.ts';
import { exampleReply, fakeServer } from '../../test/fake-server.ts';

const first = new Uint8Array([1, 2, 3, 251, 255]);
const second = new Uint8Array([4, 5, 6, 7]);

test.each(['json', 'xml'] as const)('compares two pictures, answered in %s', async (format) => {
  await using server = await fakeServer(() => exampleReply('success', format));
  const client = createClient({ endpoint: server.endpoint, instanceName: 'demoinstance1', format });
  const comparison = await client.compare(first, second);
  expect(comparison).toMatchObject({ score: 0.85, transfer: 'inline', attempts: 1 });
  expect(comparison.response).toEqual(examples.success.json);
  const [request] = server.requests;
  expect(Object.fromEntries(request?.form ?? [])).toEqual({
    InstanceName: 'demoinstance1',
    PrimaryPicContent: 'AQID+/8=',
    SecondaryPicContent: 'BAUGBw==',
  });
  expect(Object.fromEntries(request?.query ?? [])).toEqual({
    Action: 'CompareSimilarByImage',
    Version: '2020-12-14',
    Format: format.toUpperCase(),
  });
  expect(request?.headers['authorization']).toBeUndefined();
});

const codes = Object.keys(errorRetries) as ErrorCode[];

test.each(codes.flatMap((code) => [[code, 'json'] as const, [code, 'xml'] as const]))(
  '%s in %s becomes its error',
  async (code, format) => {
    await using server = await fakeServer(() => exampleReply(code, format));
    const client = createClient({ endpoint: server.endpoint, instanceName: 'demoinstance1', format, retry: false });
    const error: unknown = await client.compare(first, second).catch((thrown: unknown) => thrown);
    if (!isApiError(error)) throw new Error('an ApiError was expected', { cause: error });
    expect(error.code).toBe(code);
    expect(error.httpStatus).toBe(errorStatuses[code]);
    expect(error.requestId).toBe(examples[code].json['RequestId']);
    expect(error.retryable).toBe(!['never', 'retry-after'].includes(errorRetries[code]));
    expect(error.docsUrl).toMatch(/^https:.*\/errors\//);
    const detail = code === 'NoPermission' ? examples[code].json['AccessDeniedDetail'] : undefined;
    expect(error.accessDeniedDetail).toEqual(detail);
  },
);

test('an unsigned client calls only this machine', () => {
  expect(() => createClient({ endpoint: 'imagesearch.cn-shanghai.aliyuncs.com', instanceName: 'demo' })).toThrow(
    ConfigurationError,
  );
});
