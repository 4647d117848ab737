import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { forwardProxy } from '../forward-proxy.ts';
import { examplePath } from './example-picture.ts';
import { startMock } from './start-server.ts';

const run = promisify(execFile);

const script = `
  import { createClient, file } from '@semblance/client/node';
  const options = { endpoint: process.env.ENDPOINT, instanceName: 'demoinstance1', retry: false, proxy: process.env.PROXY };
  const picture = file(process.env.PICTURE);
  const results = [];
  for (const mode of ['inline', 'upload']) {
    const client = createClient({ ...options, transfer: { mode } });
    results.push(await client.compare(picture, picture).then(({ score }) => score, ({ code, message }) => code + ' ' + message));
  }
  console.log(JSON.stringify(results));`;

async function compareOverTls(endpoint: string, environment: Readonly<Record<string, string>>): Promise<unknown[]> {
  const env = { ...process.env, ...environment, ENDPOINT: endpoint, PICTURE: examplePath('mug-daily-front.jpg') };
  const args = ['--conditions=@semblance/source', '--input-type=module', '-e', script];
  const { stdout } = await run(process.execPath, args, { cwd: import.meta.dirname, env });
  return JSON.parse(stdout) as unknown[];
}

test('requests and uploads use TLS, also through a proxy; an untrusted certificate is refused', async () => {
  const certificate = join(await mkdtemp(join(tmpdir(), 'semblance-')), 'certificate.pem');
  await using server = await startMock(['--certificate-file', certificate]);
  const endpoint = server.endpoint.replace('http:', 'https:');
  expect(await compareOverTls(endpoint, { NODE_EXTRA_CA_CERTS: certificate })).toEqual([1, 1]);
  await using proxy = await forwardProxy();
  const proxied = { NODE_EXTRA_CA_CERTS: certificate, PROXY: proxy.address };
  expect(await compareOverTls(endpoint, proxied)).toEqual([1, 1]);
  expect(new Set(proxy.seen)).toEqual(new Set([`CONNECT ${new URL(endpoint).host}`]));
  const refused = await compareOverTls(endpoint, { NODE_EXTRA_CA_CERTS: '' });
  expect(refused).toEqual([
    expect.stringMatching(/^NetworkFailed .*certificate/),
    expect.stringMatching(/^NetworkFailed .*certificate/),
  ]);
});
