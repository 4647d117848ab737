import { describe, expect, test } from 'vitest';
import { effectiveConfig } from '../../lifecycle/key-mode.ts';

const base = {
  accessKeys: [{ accessKeyId: 'k', accessKeySecret: 's', account: '1000', user: 'lin' }],
  instances: [{ name: 'products', owner: '1000' }],
};

function withStatement(statement: object, rest: object = {}): Parameters<typeof effectiveConfig>[0] {
  const policy = { name: 'p', account: '1000', users: ['lin'], statements: [statement], ...rest };
  return { environment: {}, settings: { ...base, policies: [policy] } };
}

const whole = { actions: ['*'], resources: ['*'] };

describe('conditions that can never match', () => {
  test.each([
    ['another service', { actions: ['oss:*'] }, /statements\.0\.actions\.0: oss:\* never applies/],
    [
      'another operation',
      { actions: ['imagesearch:SearchImageByPic'] },
      /asks for imagesearch:CompareSimilarByImage only/,
    ],
    [
      'a mistyped instance',
      { resources: ['acs:imagesearch:*:1000:instance/product'] },
      /names no instance of account 1000/,
    ],
    ['a mistyped service', { resources: ['acs:imageserch:*:1000:instance/*'] }, /names no instance/],
    ['another account', { resources: ['acs:imagesearch:*:2000:instance/*'] }, /names no instance/],
    [
      'one useless part',
      { resources: ['*', 'acs:imagesearch:*::instance/products'] },
      /resources\.1: .* names no instance/,
    ],
    ['an empty list', { actions: [] }, /actions: the list is empty/],
  ])('%s: an error for a Deny, a warning for an Allow', async (_name, part, message) => {
    await expect(effectiveConfig(withStatement({ effect: 'Deny', ...whole, ...part }))).rejects.toThrow(message);
    const { warnings } = await effectiveConfig(withStatement({ effect: 'Allow', ...whole, ...part }));
    expect(warnings).toEqual([expect.stringMatching(message)]);
  });

  test.each([
    ['a mistyped user', { users: ['linn'] }, /no access key has the user linn/],
    ['a mistyped role', { users: [], roles: ['ci'] }, /no issuer has the role ci/],
    ['nobody', { users: [] }, /attached to nobody/],
  ])('a policy for %s', async (_name, rest, message) => {
    await expect(effectiveConfig(withStatement({ effect: 'Deny', ...whole }, rest))).rejects.toThrow(message);
    const { warnings } = await effectiveConfig(withStatement({ effect: 'Allow', ...whole }, rest));
    expect(warnings).toEqual([expect.stringMatching(message)]);
  });

  test('an Allow for a region is a warning for an engine without one, and none for an engine in that region', async () => {
    const source = withStatement({
      effect: 'Allow',
      actions: ['*'],
      resources: ['acs:imagesearch:cn-shanghai:1000:instance/products'],
    });
    expect((await effectiveConfig(source)).warnings).toEqual([expect.stringMatching(/set `region`/)]);
    const settings = { ...source.settings, region: 'cn-shanghai' };
    expect((await effectiveConfig({ ...source, settings })).warnings).toEqual([]);
  });

  test('a warning says that conditions are not evaluated, and the consequence', async () => {
    const conditions = { IpAddress: { 'acs:SourceIp': ['10.0.0.0/8'] } };
    const warningsOf = async (effect: string): Promise<readonly string[]> =>
      (await effectiveConfig(withStatement({ effect, ...whole, conditions }))).warnings;
    expect(await warningsOf('Deny')).toEqual([expect.stringMatching(/this Deny always applies/)]);
    expect(await warningsOf('Allow')).toEqual([expect.stringMatching(/this Allow never applies/)]);
  });

  test('instances of the environment count', async () => {
    const policies = [
      {
        name: 'p',
        account: 'default',
        users: ['lin'],
        statements: [{ effect: 'Deny', actions: ['*'], resources: ['acs:imagesearch:*:default:instance/mine'] }],
      },
    ];
    const accessKeys = [{ accessKeyId: 'k', accessKeySecret: 's', account: 'default', user: 'lin' }];
    const environment = { SEMBLANCE_INSTANCE: 'mine' };
    await expect(effectiveConfig({ environment, settings: { accessKeys, policies } })).resolves.toBeDefined();
  });
});
