import { startEngine } from '@semblance/engine';
import type { Engine } from '@semblance/engine';

/** Keys, users and instances that the tests call with. */
export const key = { accessKeyId: 'testAccessKeyId', accessKeySecret: 'testAccessKeySecret' };
export const temporaryKey = {
  accessKeyId: 'testTemporaryId',
  accessKeySecret: 'testTemporarySecret',
  securityToken: 'testSecurityToken',
};
export const userKey = { accessKeyId: 'testUserId', accessKeySecret: 'testUserSecret' };

const settings = {
  accessKeys: [
    { ...key, account: '1000' },
    { ...temporaryKey, account: '1000', expiresAt: '2999-01-01T00:00:00Z' },
    { ...userKey, account: '1000', user: 'lin' },
    {
      accessKeyId: 'testExpiredId',
      accessKeySecret: 'secret',
      securityToken: 'token',
      expiresAt: '2001-01-01T00:00:00Z',
      account: '1000',
    },
    { accessKeyId: 'testInactiveId', accessKeySecret: 'secret', active: false, account: '1000' },
  ],
  instances: [
    { name: 'demoinstance1', owner: '1000', queriesPerSecond: 1000, burst: 1000 },
    { name: 'foreign', owner: '2000' },
    { name: 'suspended', owner: '1000', state: 'suspended' },
    { name: 'copyright', owner: '1000', serviceType: 'copyright' },
    { name: 'trademark', owner: '1000', serviceType: 'trademark' },
    { name: 'slow', owner: '1000', queriesPerSecond: 0.001, burst: 1 },
  ],
  policies: [
    {
      name: 'only-demo',
      account: '1000',
      users: ['lin'],
      statements: [{ effect: 'Allow', actions: ['imagesearch:*'], resources: ['*/other'] }],
    },
  ],
};

/** An engine on a free port, with keys, for unmodified clients to call. */
export function startTestEngine(): Promise<Engine> {
  return startEngine({ port: 0, settings });
}
