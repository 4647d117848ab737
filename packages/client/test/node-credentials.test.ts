import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CredentialProvider, Credentials } from '@semblance/client';
import {
  defaultCredentials,
  ecsRamRoleCredentials,
  environmentCredentials,
  oidcCredentials,
  profileCredentials,
} from '@semblance/client/node';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeServer } from './fake-server.ts';
import type { Reply } from './fake-server.ts';

const { signal } = new AbortController();
const issued = {
  AccessKeyId: 'STS.id',
  AccessKeySecret: 'secret',
  SecurityToken: 'token',
  Expiration: '2030-01-01T00:00:00Z',
};
const expected: Credentials = {
  accessKeyId: 'STS.id',
  accessKeySecret: 'secret',
  securityToken: 'token',
  expiresAt: '2030-01-01T00:00:00Z',
};

beforeEach(() => {
  for (const name of Object.keys(process.env).filter((key) => key.startsWith('ALIBABA_CLOUD_')))
    vi.stubEnv(name, undefined);
  return () => vi.unstubAllEnvs();
});

async function fileOf(name: string, content: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'semblance-')), name);
  await writeFile(path, content);
  return path;
}

async function ask(provider: CredentialProvider): Promise<Credentials> {
  return provider(signal);
}

test('from the environment, permanent and temporary, under a custom name', async () => {
  const environment = {
    ALIBABA_CLOUD_ACCESS_KEY_ID: 'id',
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'secret',
    SEMBLANCE_ACCESS_KEY_ID: 'own',
    SEMBLANCE_ACCESS_KEY_SECRET: 's',
  };
  expect(await ask(environmentCredentials({ environment }))).toEqual({ accessKeyId: 'id', accessKeySecret: 'secret' });
  expect(await ask(environmentCredentials({ environment, prefix: 'SEMBLANCE' }))).toMatchObject({ accessKeyId: 'own' });
  expect(
    await ask(environmentCredentials({ environment: { ...environment, ALIBABA_CLOUD_SECURITY_TOKEN: 'token' } })),
  ).toMatchObject({ securityToken: 'token' });
  await expect(ask(environmentCredentials({ environment: {} }))).rejects.toThrow(/lacks ALIBABA_CLOUD_ACCESS_KEY_ID/);
});

const profiles = `
# a comment
[default]
enable = true
type = access_key
access_key_id = id-default
access_key_secret = "secret;with=signs"

[temporary]
type = sts
access_key_id = id-sts
access_key_secret = secret
security_token = token

[odd]
type = bearer

[half]
type = access_key
access_key_id = only-id

[a.b]
access_key_id = dotted
access_key_secret = secret
`;

test('from a profile of the credentials file', async () => {
  const path = await fileOf('credentials', profiles);
  expect(await ask(profileCredentials({ file: path }))).toMatchObject({
    accessKeyId: 'id-default',
    accessKeySecret: 'secret;with=signs',
  });
  expect(await ask(profileCredentials({ file: path, profile: 'temporary' }))).toMatchObject({
    accessKeyId: 'id-sts',
    securityToken: 'token',
  });
  expect(await ask(profileCredentials({ file: path, profile: 'a.b' }))).toMatchObject({ accessKeyId: 'dotted' });
  vi.stubEnv('ALIBABA_CLOUD_CREDENTIALS_FILE', path);
  vi.stubEnv('ALIBABA_CLOUD_PROFILE', 'temporary');
  expect(await ask(profileCredentials())).toMatchObject({ accessKeyId: 'id-sts' });
  await expect(ask(profileCredentials({ profile: 'missing' }))).rejects.toThrow(/no profile "missing"/);
  await expect(ask(profileCredentials({ profile: 'odd' }))).rejects.toThrow(/type "bearer"/);
  await expect(ask(profileCredentials({ profile: 'half' }))).rejects.toThrow(
    /lacks access_key_id or access_key_secret/,
  );
  await expect(ask(profileCredentials({ file: '/nowhere/credentials' }))).rejects.toThrow(/cannot be read/);
});

test('from the role of an ECS machine, each request with a token', async () => {
  await using server = await fakeServer(({ method, target, headers }): Reply => {
    if (method === 'PUT' && target === '/latest/api/token')
      return { body: headers['x-aliyun-ecs-metadata-token-ttl-seconds'] === '21600' ? 'metadata-token' : '' };
    if (headers['x-aliyun-ecs-metadata-token'] !== 'metadata-token') return { status: 403 };
    if (target.endsWith('/security-credentials/')) return { body: 'my-role\n' };
    if (target.endsWith('/security-credentials/my-role'))
      return { body: JSON.stringify({ ...issued, Code: 'Success' }) };
    return { status: 404 };
  });
  expect(await ask(ecsRamRoleCredentials({ metadataEndpoint: server.endpoint }))).toEqual(expected);
  expect(await ask(ecsRamRoleCredentials({ metadataEndpoint: server.endpoint, roleName: 'my-role' }))).toEqual(
    expected,
  );
  await expect(ask(ecsRamRoleCredentials({ metadataEndpoint: server.endpoint, roleName: 'other' }))).rejects.toThrow(
    /HTTP 404/,
  );
  vi.stubEnv('ALIBABA_CLOUD_ECS_METADATA_DISABLED', 'true');
  await expect(ask(ecsRamRoleCredentials({ metadataEndpoint: server.endpoint }))).rejects.toThrow(/forbids/);
});

test('from an OIDC token, which is read each time', async () => {
  const oidcTokenFile = await fileOf('token', 'first-token\n');
  await using server = await fakeServer(({ form }): Reply =>
    form.get('Action') === 'AssumeRoleWithOIDC' &&
    form.get('RoleArn') === 'acs:ram::1:role/r' &&
    form.get('OIDCProviderArn') === 'acs:ram::1:oidc/p'
      ? { body: JSON.stringify({ RequestId: 'ID', Credentials: issued }) }
      : { status: 400, body: '{"Code":"AuthenticationFail.OIDCToken.Invalid","Message":"first-token"}' },
  );
  const options = { oidcTokenFile, roleArn: 'acs:ram::1:role/r', stsEndpoint: server.endpoint };
  const provider = oidcCredentials({ ...options, oidcProviderArn: 'acs:ram::1:oidc/p' });
  expect(await ask(provider)).toEqual(expected);
  await writeFile(oidcTokenFile, 'second-token');
  await ask(provider);
  expect(server.requests.map(({ form }) => form.get('OIDCToken'))).toEqual(['first-token', 'second-token']);
  const refused: unknown = await ask(oidcCredentials({ ...options, oidcProviderArn: 'wrong' })).catch(
    (error: unknown) => error,
  );
  expect(String(refused)).toMatch(/HTTP 400 and the code AuthenticationFail\.OIDCToken\.Invalid/);
  expect(String(refused)).not.toMatch(/first-token|second-token/);
  await expect(ask(oidcCredentials(options))).rejects.toThrow(/ALIBABA_CLOUD_OIDC_PROVIDER_ARN/);
});

test('an answer without credentials is an error that does not repeat it', async () => {
  await using server = await fakeServer(() => ({ body: '{"AccessKeySecret":"leak"}' }));
  const error: unknown = await ask(ecsRamRoleCredentials({ metadataEndpoint: server.endpoint, roleName: 'r' })).catch(
    (thrown: unknown) => thrown,
  );
  expect(String(error)).toMatch(/without credentials/);
  expect(String(error)).not.toMatch(/leak/);
});

test('from the usual places, in order; if there are none, every reason is given', async () => {
  const path = await fileOf('credentials', profiles);
  vi.stubEnv('ALIBABA_CLOUD_CREDENTIALS_FILE', path);
  vi.stubEnv('ALIBABA_CLOUD_ECS_METADATA_DISABLED', 'true');
  expect(await ask(defaultCredentials())).toMatchObject({ accessKeyId: 'id-default' });
  vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_ID', 'id-env');
  vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_SECRET', 'secret');
  expect(await ask(defaultCredentials())).toMatchObject({ accessKeyId: 'id-env' });
  vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_ID', undefined);
  vi.stubEnv('ALIBABA_CLOUD_CREDENTIALS_FILE', '/nowhere/credentials');
  await expect(ask(defaultCredentials())).rejects.toThrow(
    /ACCESS_KEY_ID.*OIDC.*\/nowhere\/credentials.*METADATA_DISABLED/,
  );
});
