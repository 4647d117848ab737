import { errorRetries, errorStatuses, isErrorCode } from '@semblance/spec/error-policy';
import { createClient, isApiError } from '@semblance/client';
import type { ClientOptions } from '@semblance/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { examplePicture } from './example-picture.ts';
import { startMock } from './start-server.ts';
import type { ServerProcess } from './start-server.ts';

let server: ServerProcess;
beforeAll(async () => {
  server = await startMock();
});
afterAll(() => server[Symbol.asyncDispose]());

const codes = Object.keys(errorRetries).filter(isErrorCode);
const picture = examplePicture('mug-daily-front.jpg');

function client(options: Partial<ClientOptions>): ReturnType<typeof createClient> {
  return createClient({ endpoint: server.endpoint, instanceName: 'demoinstance1', retry: false, ...options });
}

test.each(['json', 'xml'] as const)('every code arrives in %s', async (format) => {
  const seen = await Promise.all(
    codes.map(async (code) => {
      const error: unknown = await client({ format, instanceName: `mock-${code}` })
        .compare(picture, picture)
        .catch((thrown: unknown) => thrown);
      return isApiError(error) ? [error.code, error.httpStatus, typeof error.requestId] : [code, error, undefined];
    }),
  );
  expect(seen).toEqual(codes.map((code) => [code, errorStatuses[code], 'string']));
});

test.each([{ format: 'json' }, { format: 'xml' }, { dialect: 'V1' }, { transfer: { mode: 'upload' } }] as const)(
  'success: %j',
  async (options) => {
    const credentials = { accessKeyId: 'k', accessKeySecret: 's' };
    const comparison = await client({ ...options, credentials }).compare(picture, picture);
    expect(comparison.score).toBeGreaterThanOrEqual(0);
    expect(comparison.response).toMatchObject({ Success: true, Code: 0 });
  },
);
