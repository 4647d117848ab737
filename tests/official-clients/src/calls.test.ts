import { setTimeout } from 'node:timers/promises';
import type { Engine } from '@semblance/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { imageSearchClient, officialClients, openApiClient, popCoreClient } from './official-clients.ts';
import type { ClientResult } from './official-clients.ts';
import { picture } from './pictures.ts';
import { key, startTestEngine, temporaryKey, userKey } from './started-engine.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startTestEngine();
}, 120_000);
afterAll(() => engine.stop());

const jpeg = picture('formats/teapot.jpg').toString('base64');
const png = picture('formats/teapot.png').toString('base64');
const pair = { InstanceName: 'demoinstance1', PrimaryPicContent: jpeg, SecondaryPicContent: png };

const codeOf = ({ error }: ClientResult): string | undefined =>
  error?.code.replace(/Error$/, (suffix) => (knownErrorSuffix(error.code) ? suffix : ''));
/** rpc-client and pop-core append "Error" to the code; some codes end so by themselves. */
const knownErrorSuffix = (code: string): boolean =>
  /(?<!Error)Error$/.test(code) && /^(InstanceStatusError|PictureError|Console\.NoPermissionError)$/.test(code);

describe.each(Object.entries(officialClients))('%s', (_name, call) => {
  test('compares two pictures', async () => {
    const { body, error } = await call(engine, key, pair);
    expect(error).toBeUndefined();
    expect(body).toMatchObject({ Success: true, Msg: 'success', Code: 0 });
    expect(body?.['Score']).toBeGreaterThan(0.8);
    expect(body?.['RequestId']).toMatch(/^[0-9A-F-]{36}$/);
  });

  test('calls with temporary credentials', async () => {
    expect((await call(engine, temporaryKey, pair)).body).toMatchObject({ Code: 0 });
    const forged = await call(engine, { ...temporaryKey, securityToken: 'another' }, pair);
    expect(codeOf(forged)).toBe('InvalidSecurityToken.MismatchWithAccessKey');
  });

  test.each([
    ['InvalidAccessKeyId.NotFound', { accessKeyId: 'nobody', accessKeySecret: 'x' }, {}],
    ['InvalidAccessKeyId.Inactive', { accessKeyId: 'testInactiveId', accessKeySecret: 'secret' }, {}],
    ['SignatureDoesNotMatch', { ...key, accessKeySecret: 'wrong' }, {}],
    [
      'InvalidSecurityToken.Expired',
      { accessKeyId: 'testExpiredId', accessKeySecret: 'secret', securityToken: 'token' },
      {},
    ],
    [
      'MissingSecurityToken',
      { accessKeyId: temporaryKey.accessKeyId, accessKeySecret: temporaryKey.accessKeySecret },
      {},
    ],
    ['EmptyMeta', key, { InstanceName: '' }],
    ['InvalidInstance', key, { InstanceName: 'a-name-of-more-than-20-characters' }],
    ['Console.InstanceNotFound', key, { InstanceName: 'unknown' }],
    ['Console.NoPermissionError', key, { InstanceName: 'foreign' }],
    ['NoPermission', userKey, {}],
    ['InstanceStatusError', key, { InstanceName: 'suspended' }],
    ['UnsupportedInstanceType', key, { InstanceName: 'copyright' }],
    ['NoSpecifiedPic', key, { PrimaryPicContent: '' }],
    ['InvalidPicUrl', key, { PrimaryPicContent: 'http://example.com/picture.jpg' }],
    ['InvalidPrimaryPicContent', key, { PrimaryPicContent: '*no Base64*' }],
    ['InvalidSecondaryPicContent', key, { SecondaryPicContent: picture('wrong/truncated.jpg').toString('base64') }],
    ['InvalidPicContent', key, { PrimaryPicContent: picture('wrong/too-many-bytes.bmp').toString('base64') }],
    ['UnsupportedPicFormat', key, { PrimaryPicContent: picture('wrong/text.jpg').toString('base64') }],
    ['UnsupportedPictureFormat', key, { PrimaryPicContent: picture('wrong/avif.png').toString('base64') }],
    ['UnsupportedPicPixels', key, { PrimaryPicContent: picture('wrong/too-small.png').toString('base64') }],
    ['IncorrectOrientation', key, { PrimaryPicContent: picture('wrong/rotated.jpg').toString('base64') }],
  ])('sees %s', async (code, credentials, changes) => {
    const outcome = await call(engine, credentials, { ...pair, ...changes });
    expect(outcome.body).toBeUndefined();
    expect(codeOf(outcome)).toBe(code);
  });
});

test('flow control reaches every client as DeniedRequest', async () => {
  await imageSearchClient(engine, key, { ...pair, InstanceName: 'slow' });
  for (const call of Object.values(officialClients))
    expect(codeOf(await call(engine, key, { ...pair, InstanceName: 'slow' }))).toBe('DeniedRequest');
});

test('a refusal by policy carries all seven fields', async () => {
  const { error } = await openApiClient('V3')(engine, userKey, pair);
  const detail = error?.data?.['AccessDeniedDetail'] as Record<string, string>;
  expect(Object.keys(detail).sort()).toEqual([
    'AuthAction',
    'AuthPrincipalDisplayName',
    'AuthPrincipalOwnerId',
    'AuthPrincipalType',
    'EncodedDiagnosticMessage',
    'NoPermissionType',
    'PolicyType',
  ]);
  expect(detail).toMatchObject({
    NoPermissionType: 'ImplicitDeny',
    AuthPrincipalOwnerId: '1000',
    AuthPrincipalType: 'SubUser',
  });
});

test("a missing parameter is the gateway's code", async () => {
  const { InstanceName: _name, ...rest } = pair;
  expect(codeOf(await openApiClient('V3')(engine, key, rest))).toBe('MissingInstanceName');
  expect(codeOf(await openApiClient('V1')(engine, key, rest))).toBe('MissingInstanceName');
});

test('pop-core by GET gets the same answers', async () => {
  const small = {
    ...pair,
    PrimaryPicContent: jpeg,
    SecondaryPicContent: picture('formats/teapot.jpeg').toString('base64'),
  };
  expect((await popCoreClient('GET')(engine, key, small)).body).toMatchObject({ Code: 0 });
});

test.each(['V3', 'V1'] as const)('another action or version is refused with its own code, %s', async (dialect) => {
  const call = (overrides: object): Promise<ClientResult> => openApiClient(dialect, overrides)(engine, key, pair);
  expect(codeOf(await call({ action: 'SearchImageByPic' }))).toBe('UnsupportedOperationType');
  expect(codeOf(await call({ version: '2019-03-25' }))).toBe('InvalidVersion');
});

test('20 calls at once are all answered', async () => {
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => imageSearchClient(engine, key, pair)));
  expect(outcomes.map(({ error }) => error?.code)).toEqual(Array.from({ length: 20 }, () => undefined));
}, 60_000);

test('a connection stays usable after a pause of 8 s', async () => {
  const call = openApiClient('V3');
  expect((await call(engine, key, pair)).error).toBeUndefined();
  await setTimeout(8000);
  expect((await call(engine, key, pair)).error).toBeUndefined();
}, 60_000);
