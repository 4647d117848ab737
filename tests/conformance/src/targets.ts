import { startEngine } from '@semblance/engine';
import type { Engine } from '@semblance/engine';
import { startMockServer } from '@semblance/mock-server';
import type { MockServer, MockServerOptions } from '@semblance/mock-server';

/** Both servers of a target. */
export interface Target {
  /** Port by the server a case wants. */
  readonly ports: Readonly<Record<'open' | 'guarded', number>>;
  readonly stop: () => Promise<void>;
}

/** Keys that cases sign with; their secrets are made up for this suite. */
const keys = {
  conformance: { secret: 'conformance-secret' },
  disabled: { secret: 'disabled-secret', active: false },
  temporary: { secret: 'temporary-secret', token: 'conformance-token', expires: '2099-01-01T00:00:00Z' },
  expired: { secret: 'expired-secret', token: 'expired-token', expires: '2020-01-01T00:00:00Z' },
  restricted: { secret: 'restricted-secret', user: 'restricted' },
} as const satisfies Record<string, KeyDescription>;

interface KeyDescription {
  readonly secret: string;
  readonly active?: false;
  readonly token?: string;
  readonly expires?: string;
  readonly user?: string;
}

const account = 'conformance-account';

/** Hundreds of cases a second come from one caller: what a machine can compare is not what they are about. */
const unlimited = { queriesPerSecond: 10_000, burst: 10_000 };

/** The mock with the same instances and keys as the engine. */
export async function startMockTarget(): Promise<Target> {
  const accessKeys = Object.fromEntries(Object.entries<KeyDescription>(keys).map(([id, key]) => [id, mockKey(key)]));
  const options: MockServerOptions = {
    accessKeys,
    instances: {
      demoinstance1: {},
      slow: { queriesPerSecond: 0.001, burst: 1 },
      suspended: { status: 'suspended' },
      cloth: { serviceType: 'fabric' },
      copies: { serviceType: 'copyright' },
      foreign: { owners: ['somebody-else'] },
      forbidden: { denied: { NoPermissionType: 'ExplicitDeny' } },
    },
  };
  const open: MockServer = await startMockServer(options);
  const guarded: MockServer = await startMockServer({ ...options, signature: 'strict' });
  return {
    ports: { open: open.port, guarded: guarded.port },
    stop: async () => {
      await Promise.all([open.close(), guarded.close()]);
    },
  };
}

function mockKey({
  secret,
  active,
  token,
  expires,
}: KeyDescription): NonNullable<MockServerOptions['accessKeys']>[string] {
  const temporary = token === undefined ? undefined : { securityToken: token, expiresAtMs: Date.parse(expires ?? '') };
  return { accessKeySecret: secret, active, temporary };
}

/**
 * The engine with the same instances and keys as the mock.
 * @param limits  in place of the usual ones.
 */
export async function startEngineTarget(limits: { readonly transferMs?: number } = {}): Promise<Target> {
  const settings = {
    // A busy machine must not turn answers into time-outs; the one that a case is about is the transfer's.
    limits: { workers: 1, requestMs: 60_000, extractionMs: 60_000, ...limits },
    accessKeys: Object.entries<KeyDescription>(keys).map(([accessKeyId, key]) => ({
      accessKeyId,
      accessKeySecret: key.secret,
      account: account,
      ...(key.user === undefined ? {} : { user: key.user }),
      ...(key.active === undefined ? {} : { active: key.active }),
      ...(key.token === undefined ? {} : { securityToken: key.token, expiresAt: key.expires }),
    })),
    policies: [restriction],
    instances: [
      { name: 'demoinstance1', owner: account, ...unlimited },
      { name: 'slow', owner: account, queriesPerSecond: 0.001, burst: 1 },
      { name: 'suspended', owner: account, state: 'suspended' },
      { name: 'cloth', owner: account, ...unlimited, serviceType: 'fabric' },
      { name: 'copies', owner: account, ...unlimited, serviceType: 'copyright' },
      { name: 'foreign', owner: 'somebody-else' },
      { name: 'forbidden', owner: account, ...unlimited },
    ],
  };
  const open: Engine = await startEngine({ port: 0, allowAnonymous: true, settings });
  const guarded: Engine = await startEngine({ port: 0, settings });
  return {
    ports: { open: open.port, guarded: guarded.port },
    stop: async () => {
      await Promise.all([open.stop(), guarded.stop()]);
    },
  };
}

/** The restricted user may do everything, but nothing with the instance `forbidden`. */
const restriction = {
  name: 'restriction',
  account: account,
  users: ['restricted'],
  statements: [
    { effect: 'Allow', actions: ['*'], resources: ['*'] },
    { effect: 'Deny', actions: ['imagesearch:CompareSimilarByImage'], resources: ['*instance/forbidden'] },
  ],
};
