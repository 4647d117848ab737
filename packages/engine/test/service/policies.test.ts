import { expect, test } from 'vitest';
import { call, pair } from './support/call.ts';
import { startTestEngine } from './support/test-engine.ts';

const eve = { accessKeyId: 'denied', accessKeySecret: 'deniedSecret' };

/** An engine whose user eve may do everything, but for what `deny` takes away. */
function policies(deny: object): object {
  const allow = { effect: 'Allow', actions: ['*'], resources: ['*'] };
  return {
    policies: [
      { name: 'all', account: '1000', users: ['eve'], statements: [allow] },
      {
        name: 'but',
        account: '1000',
        users: ['eve'],
        statements: [{ effect: 'Deny', actions: ['imagesearch:*'], ...deny }],
      },
    ],
  };
}

test.each([
  ['for one region', 'acs:imagesearch:cn-shanghai:1000:instance/demoinstance1'],
  ['with a question mark', 'acs:imagesearch:*:1000:instance/demoinstance?'],
  ['for every service', 'acs:*:*:1000:instance/demo*'],
  ['for every account', 'acs:imagesearch:*:*:instance/demoinstance1'],
])('a Deny %s wins over an Allow of everything', async (_name, resource) => {
  const engine = await startTestEngine(policies({ resources: [resource] }));
  const { json } = await call(engine, pair, { key: eve });
  expect(json['Code']).toBe('NoPermission');
  expect(json['AccessDeniedDetail']).toMatchObject({ NoPermissionType: 'ExplicitDeny' });
  await engine.stop();
});
