import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { effectiveConfig, isLoopback } from '../lifecycle/key-mode.ts';
import { ConfigError, parseConfig } from './load-config.ts';
import { configSchema } from './schema.ts';

const parse = (text: string, environment: Record<string, string> = {}): ReturnType<typeof parseConfig> =>
  parseConfig(text, { source: 'engine.yaml', environment });

test('an empty file is a complete configuration of defaults', () => {
  expect(parse('')).toMatchObject({
    listen: { host: '127.0.0.1', port: 8080 },
    accessKeys: [],
    instances: [],
    limits: { transferMs: 5000 },
  });
});

test.each(['demo.instance_1', '商品图库', '2026年的图片', 'é'.repeat(20)])(
  'the instance name %s, as on the wire',
  (name) => {
    const text = JSON.stringify({ instances: [{ name, owner: 'x' }] });
    expect(parse(text).instances[0]?.name).toBe(name);
  },
);

test('secrets come from the environment if the file says so', () => {
  const text = 'accessKeys: [{ accessKeyId: a, accessKeySecretEnv: A_SECRET, account: "1" }]';
  expect(parse(text, { A_SECRET: 's3cret' }).accessKeys[0]?.accessKeySecret).toBe('s3cret');
  expect(() => parse(text)).toThrow(/accessKeys\.a: the environment variable A_SECRET is not set/);
});

test.each([
  ['listen: { prot: 1 }', 'listen: there is no setting "prot"; did you mean port?'],
  ['listen: { Port: 1 }', 'listen: there is no setting "Port"; did you mean port?'],
  ['port: 1', 'there is no setting "port" here; it belongs in listen, admin'],
  ['uploads: { advertisedAddress: a }', 'uploads: there is no setting "advertisedAddress" here; it belongs in listen'],
  ['effect: Deny', 'there is no setting "effect" here; it belongs in policies[].statements[]'],
  ['accessKeys: [{ instances: [] }]', 'there is no setting "instances" here; it belongs at the top level'],
  [
    'listen: { zzzzzzzz: 1 }',
    'listen: a name of 8 characters (not repeated here, as it may be a secret) is no setting; there are host, port, adv',
  ],
  ['server: { port: 80 }', /top level: a name of 6 characters .* there are listen, stateDirectory, admin, accessKeys/],
  ['- listen', 'top level: must be settings with names'],
  ['instances: shop', 'instances: must be a list'],
  ['listen: { port: eighty }', 'listen.port: must be a whole number'],
  ['listen: { port: 70000 }', 'listen.port: must be <= 65535'],
  ['instances: [{ name: a, owner: x, serviceType: cars }]', 'instances.0.serviceType: must be one of product, generic'],
  ['instances: [{ name: a name, owner: x }]', 'instances.0.name: must match pattern'],
  ['instances: [{ name: a-name-of-more-than-20, owner: x }]', 'instances.0.name: must match pattern'],
  ['instances: [{ name: a }]', 'instances.0: "owner" is missing'],
  ['instances: [{ name: a, owner: x }, { name: a, owner: y }]', 'instances: a occurs twice'],
  [
    'accessKeys: [{ accessKeyId: a, account: "1" }]',
    'accessKeys.a: give the secret itself or the environment variable',
  ],
  [
    'accessKeys: [{ accessKeyId: a, accessKeySecret: b, account: "1", securityToken: t }]',
    'securityToken and expiresAt belong together',
  ],
  ['accessKeys: [{ accessKeyId: STS.a, accessKeySecret: b, account: "1" }]', 'are kept for temporary keys'],
  ['listen: { certificateFile: a.pem }', 'certificateFile and privateKeyFile belong together'],
  ['featureCache: { mode: required }', 'featureCache: name a directory'],
  ["featureCache: { shared: { url: 'redis://h' } }", 'featureCache.shared.secret: give the secret itself or'],
  ["featureCache: { shared: { url: 'redis://h', secret: short } }", /shared\.secret: must NOT have fewer than 32/],
  [
    "featureCache: { shared: { url: 'redis://h', secretEnv: SHORT } }",
    'featureCache.shared.secret: it has 5 characters',
  ],
  ['faultProfile: { rules: [{ code: Nonsense }] }', 'faultProfile.rules.0.code: must be one of SearchTimeout'],
  ['a: [', 'it is not YAML'],
])('%s is explained', (text, explanation) => {
  const attempt = (): unknown => parse(text, { SHORT: 'short' });
  expect(attempt).toThrow(ConfigError);
  expect(attempt).toThrow(explanation);
});

test('all problems are listed at once', () => {
  const attempt = (): unknown => parse('listen: { port: -1, host: 7 }\nlogging: { level: loud }');
  expect(attempt).toThrow(/listen\.host[^]*listen\.port[^]*logging\.level/);
});

describe('who may call', () => {
  const env = { SEMBLANCE_ACCESS_KEY_ID: 'id', SEMBLANCE_ACCESS_KEY_SECRET: 'secret', SEMBLANCE_INSTANCE: 'mine' };

  test('one key and one instance from the environment', async () => {
    const { config, mode, generatedKey } = await effectiveConfig({ environment: env, host: '0.0.0.0' });
    expect({ mode, generatedKey }).toEqual({ mode: 'keys', generatedKey: undefined });
    expect(config.accessKeys).toMatchObject([{ accessKeyId: 'id', accessKeySecret: 'secret', account: 'default' }]);
    expect(config.instances).toMatchObject([{ name: 'mine', owner: 'default', serviceType: 'generic' }]);
  });

  test('without keys a pair is generated, and only this machine may connect', async () => {
    const { config, mode, generatedKey } = await effectiveConfig({ environment: {} });
    expect(mode).toBe('protected');
    expect(config.accessKeys[0]).toMatchObject({ ...generatedKey });
    expect(config.instances[0]?.name).toBe('demoinstance1');
    await expect(effectiveConfig({ environment: {}, host: '0.0.0.0' })).rejects.toThrow(
      /without access keys the engine listens on this machine only/,
    );
  });

  test('unsigned requests are for this machine only, keys or not', async () => {
    expect((await effectiveConfig({ environment: env, allowAnonymous: true })).mode).toBe('anonymous');
    await expect(effectiveConfig({ environment: env, allowAnonymous: true, host: '192.168.0.1' })).rejects.toThrow(
      /drop --allow-anonymous/,
    );
  });

  test('half a key is an error', async () => {
    await expect(effectiveConfig({ environment: { SEMBLANCE_ACCESS_KEY_ID: 'id' } })).rejects.toThrow(/set both/);
  });

  test.each([
    ['127.0.0.1', true],
    ['127.1.2.3', true],
    ['::1', true],
    ['localhost', true],
    ['0.0.0.0', false],
    ['::', false],
    ['127.0.0.1.example.com', false],
    ['10.0.0.1', false],
  ])('%s is loopback: %s', (host, expected) => {
    expect(isLoopback(host)).toBe(expected);
  });
});

test('the committed JSON Schema equals the one used for checks', async () => {
  const file = path.resolve(import.meta.dirname, '../../generated/config.schema.json');
  const { properties } = JSON.parse(await readFile(file, 'utf8')) as { properties: unknown };
  expect(properties).toEqual(JSON.parse(JSON.stringify(configSchema.properties)));
});
