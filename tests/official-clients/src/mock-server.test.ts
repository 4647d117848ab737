import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import { codeScenarios, makePair } from '@semblance/mock-server/mock';
import type { ErrorCode } from '@semblance/spec/error-policy';
import { errorCatalog } from '@semblance/spec/error-catalog';
import { mismatchMessageV1 } from '@semblance/spec/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createImageSearchClient, officialClients, openApiClient, runtimeOptions } from './official-clients.ts';

const key = { accessKeyId: 'testAccessKeyId', accessKeySecret: 'testAccessKeySecret' };
const program = new URL('../../../packages/mock-server/src/server/cli/main.ts', import.meta.url).pathname;

let server: ChildProcess;
let mock: { readonly port: number };

beforeAll(async () => {
  const options = ['--port', '0', '--signature', 'strict', '--access-key', `${key.accessKeyId}:${key.accessKeySecret}`];
  server = spawn(process.execPath, ['--conditions=@semblance/source', program, ...options]);
  const [output] = (await once(server.stdout ?? server, 'data')) as [Buffer];
  mock = { port: Number(/http:\/\/127\.0\.0\.1:(?<port>\d+)/.exec(output.toString())?.groups?.['port']) };
}, 60_000);
afterAll(() => {
  server.kill();
});

const pair = makePair({ score: 0.72 });
const parameters = {
  InstanceName: 'demoinstance1',
  PrimaryPicContent: pair.primaryBase64,
  SecondaryPicContent: pair.secondaryBase64,
};
const codes = Object.keys(codeScenarios) as ErrorCode[];
const appendsError: ReadonlySet<string> = new Set(['rpc-client (V1)']);

describe.each(Object.entries(officialClients))('%s against the standalone mock', (name, call) => {
  test('gets the score the pair was made for', async () => {
    const { body, error } = await call(mock, key, parameters);
    expect(error).toBeUndefined();
    expect(body).toMatchObject({ Score: 0.72, Success: true, Msg: 'success', Code: 0 });
  });

  test.each(codes)('raises %s', async (code) => {
    const { body, error } = await call(mock, key, { ...parameters, InstanceName: `mock-${code}` });
    expect(body).toBeUndefined();
    expect(error?.code).toBe(appendsError.has(name) ? `${code}Error` : code);
    const own =
      code === 'SignatureDoesNotMatch' && name.includes('V1') ? mismatchMessageV1 : errorCatalog[code].message;
    expect(error?.message).toContain(own);
  });

  test('is refused when its secret is wrong', async () => {
    const { error } = await call(mock, { ...key, accessKeySecret: 'wrong' }, parameters);
    expect(error?.code).toMatch(/^SignatureDoesNotMatch/);
  });
});

test('a refusal by policy carries all seven fields', async () => {
  const { error } = await openApiClient('V3')(mock, key, { ...parameters, InstanceName: 'mock-NoPermission' });
  const detail = (error?.data?.['AccessDeniedDetail'] ?? {}) as Record<string, string>;
  expect(Object.keys(detail)).toHaveLength(7);
  expect(Object.values(detail).every((value) => value !== '')).toBe(true);
});

test('the Advance flow: authorise, upload over TLS, compare', async () => {
  const require = createRequire(import.meta.url);
  const { CompareSimilarByImageAdvanceRequest: Request } = require('@alicloud/imagesearch20201214') as Record<
    string,
    new (map: object) => object
  >;
  if (Request === undefined) throw new Error('the client has changed');
  const stream = (bytes: Uint8Array): Readable => Readable.from([Buffer.from(bytes)], { objectMode: false });
  const request = new Request({
    instanceName: 'demoinstance1',
    primaryPicContentObject: stream(pair.primary),
    secondaryPicContentObject: stream(pair.secondary),
  });
  const client = createImageSearchClient(mock, key);
  const { body } = await client.compareSimilarByImageAdvance(request, runtimeOptions());
  // The score stands in both files, so every byte has arrived.
  expect(body).toMatchObject({ score: 0.72, success: true, code: 0 });
});
