import { afterAll, beforeAll, expect, test } from 'vitest';
import { issueCredentials } from '../../src/request/access/sts-token.ts';
import type { Engine } from '../../src/lifecycle/start-engine.ts';
import { call, key, pair } from './support/call.ts';
import { ppm } from './support/pictures.ts';
import { faultWidths } from './support/scripted-analyser.ts';
import { settings, startTestEngine } from './support/test-engine.ts';
import { authorize, issueAndUpload } from './support/upload.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startTestEngine({
    accessKeys: [
      ...settings.accessKeys,
      { accessKeyId: 'may', accessKeySecret: 'maySecret', account: '1000', user: 'may' },
    ],
    instances: [
      { name: 'demoinstance1', owner: '1000', objectQuota: 40, queriesPerSecond: 100_000, burst: 100_000 },
      { name: 'foreign', owner: '2000', objectQuota: 500, queriesPerSecond: 1, burst: 3 },
    ],
    policies: [
      ...settings.policies,
      {
        name: 'may',
        account: '1000',
        users: ['may'],
        statements: [
          { effect: 'Allow', actions: ['imagesearch:Compare*'], resources: ['acs:imagesearch:*:1000:instance/*'] },
        ],
      },
    ],
  });
});
afterAll(() => engine.stop());

const may = { accessKeyId: 'may', accessKeySecret: 'maySecret' };
const lin = { accessKeyId: 'user', accessKeySecret: 'userSecret' };
const eve = { accessKeyId: 'denied', accessKeySecret: 'deniedSecret' };

test('an upload needs a policy as a comparison does', async () => {
  const refused = await authorize(engine, lin);
  expect(refused['Code']).toBe('NoPermission');
  expect(refused['AccessDeniedDetail']).toMatchObject({ NoPermissionType: 'ImplicitDeny' });
  const denied = await authorize(engine, eve);
  expect(denied['AccessDeniedDetail']).toMatchObject({ NoPermissionType: 'ExplicitDeny' });
  expect((await authorize(engine, may))['ObjectKey']).toBeDefined();
  expect((await authorize(engine, key))['ObjectKey']).toBeDefined();
});

test('one user, or one role whatever its sessions, cannot use up the quota of the account', async () => {
  const codes = async (keys: () => Parameters<typeof authorize>[1]): Promise<unknown[]> => {
    const replies: unknown[] = [];
    for (let call = 0; call < 12; call += 1) replies.push((await authorize(engine, keys()))['Code'] ?? 'granted');
    return replies;
  };
  const ofUser = await codes(() => may);
  expect(ofUser.filter((code) => code === 'granted').length).toBeLessThanOrEqual(10);
  expect(ofUser.at(-1)).toBe('InstanceOverQuota');
  const issuer = { name: 'build', secret: 'issuer-secret', account: '1000', role: 'ci' };
  let session = 0;
  const ofRole = await codes(() => issueCredentials(issuer, `s${(session += 1)}`, Date.now() + 60_000));
  expect(ofRole.filter((code) => code === 'granted')).toHaveLength(10);
  expect((await authorize(engine, key))['ObjectKey']).toBeDefined();
});

test('uploads count against flow control', async () => {
  const stranger = { accessKeyId: 'stranger', accessKeySecret: 'strangerSecret' };
  const codes: unknown[] = [];
  for (let call = 0; call < 8; call += 1) codes.push((await authorize(engine, stranger))['Code'] ?? 'granted');
  expect(codes.slice(0, 6)).toEqual(Array.from({ length: 6 }, () => 'granted'));
  expect(codes.at(-1)).toBe('DeniedRequest');
});

test.each([
  ['a damaged picture', ppm(faultWidths.corrupt), {}],
  ['a file that is no picture', Buffer.from('no picture at all'), {}],
  ['a name of no instance', ppm(120), { InstanceName: 'nowhere' }],
  ['a second picture that is missing', ppm(120), { SecondaryPicContent: '' }],
])('the upload of a comparison that failed for good is gone: %s', async (_name, file, changes) => {
  const { url } = await issueAndUpload(engine, key, file);
  const first = await call(engine, { ...pair, PrimaryPicContent: url, ...changes });
  expect(first.json['Code']).not.toBe(0);
  expect((await call(engine, { ...pair, PrimaryPicContent: url })).json['Code']).toBe('PicNotExist');
});

test('the upload of a comparison that may succeed later stays', async () => {
  const { url } = await issueAndUpload(engine, key, ppm(faultWidths.crash));
  const again = { ...pair, PrimaryPicContent: url };
  expect((await call(engine, again)).status).toBe(500);
  expect((await call(engine, again)).json['Code']).not.toBe('PicNotExist');
});

test('a refused comparison does not delete what is another caller’s', async () => {
  const { url } = await issueAndUpload(engine, key, ppm(120));
  expect((await call(engine, { ...pair, PrimaryPicContent: url }, { key: lin })).json['Code']).toBe('NoPermission');
  expect((await call(engine, { ...pair, PrimaryPicContent: url })).json['Code']).toBe(0);
});
