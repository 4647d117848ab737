import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { exampleReply, fakeServer } from '../fake-server.ts';
import { forwardProxy } from '../forward-proxy.ts';

const run = promisify(execFile);

const script = `
  import { createClient } from '@semblance/client';
  const client = createClient({ endpoint: process.env.ENDPOINT, instanceName: 'demo' });
  console.log((await client.compare(new Uint8Array([1]), new Uint8Array([2]))).score);`;

/** Since version 24 Node can take a proxy from the environment; the client must not interfere. */
test('a proxy in the environment is used', async () => {
  await using proxy = await forwardProxy();
  await using server = await fakeServer(() => exampleReply('success'));
  const environment = {
    ...process.env,
    NODE_USE_ENV_PROXY: '1',
    HTTP_PROXY: proxy.address,
    NO_PROXY: '',
    ENDPOINT: server.endpoint,
  };
  const options = { cwd: import.meta.dirname, env: environment };
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], options);
  expect(stdout.trim()).toBe('0.85');
  expect(proxy.seen).toHaveLength(1);
});
