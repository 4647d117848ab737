import { expect, test } from 'vitest';
import { checkConfig } from './load-config.ts';
import { shownConfig } from './shown-config.ts';

test('values of secrets are never shown, names of variables are', () => {
  const config = checkConfig(
    {
      accessKeys: [{ accessKeyId: 'a', accessKeySecretEnv: 'KEY_A', account: '1' }],
      stsIssuers: [{ name: 'i', secret: 'issuer-hidden', account: '1', role: 'r' }],
      diagnostics: { secret: 'diagnostics-hidden' },
      store: { urlEnv: 'STORE' },
      featureCache: { shared: { url: 'redis://a:b-hidden@cache', secretEnv: 'SEAL' } },
      uploads: {
        objectStorage: { endpoint: 'https://s3.test', bucket: 'pictures', accessKeyId: 'b', secretAccessKeyEnv: 'S3' },
      },
    },
    {
      source: 'test',
      environment: {
        KEY_A: 'key-hidden',
        STORE: 'redis://me:url-hidden@host:1',
        S3: 's3-hidden',
        SEAL: 'what-no-page-may-show-is-all-hidden',
      },
    },
  );
  const text = JSON.stringify(shownConfig(config));
  expect(text).not.toContain('-hidden');
  for (const shown of ['KEY_A', 'redis://host:1', '"urlEnv":"STORE"', 'https://s3.test']) expect(text).toContain(shown);
});
