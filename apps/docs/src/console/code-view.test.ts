import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { writeSample } from './code-view.ts';
import { readSettings } from './read-settings.ts';
import { sendComparison } from './send-comparison.ts';

const source = { pair: undefined, primaryFile: 'a.jpg', secondaryFile: 'b.jpg' };
const picture = new Uint8Array(
  await readFile(path.join(import.meta.dirname, '../../../../examples/mug-daily-front.jpg')),
);

afterEach(() => vi.unstubAllGlobals());

/** The address to which the console sends its comparison for a form; nothing listens there. */
async function sentTo(endpoint: string, keys: Readonly<Record<string, string>>) {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  const data = new FormData();
  const fields = { target: 'engine', engineEndpoint: endpoint, instanceName: 'demoinstance1', ...keys };
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  const settings = readSettings(data);
  const outcome = await sendComparison(settings, { primary: picture, secondary: picture }, () => 0);
  return { settings, url: outcome.exchange?.request.url };
}

test.each([
  ['imagesearch.cn-shanghai.aliyuncs.com', 'https://imagesearch.cn-shanghai.aliyuncs.com'],
  ['127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['localhost:8080', 'http://localhost:8080'],
  ['engine.localhost', 'http://engine.localhost'],
  ['[::1]:8080', 'http://[::1]:8080'],
  ['localhost.example.com', 'https://localhost.example.com'],
  ['127.0.0.1.example.com', 'https://127.0.0.1.example.com'],
  ['http://compare.example', 'http://compare.example'],
  ['HTTP://compare.example', 'http://compare.example'],
  ['127.1:8080', 'http://127.0.0.1:8080'],
])('code for %s goes where the console sends: %s', async (endpoint, expected) => {
  const { settings, url } = await sentTo(endpoint, { accessKeyId: 'demo-key', accessKeySecret: 'demo-secret' });
  expect(url?.startsWith(`${expected}/`)).toBe(true);
  expect(await writeSample('typescript-client', { ...source, settings })).toContain(`endpoint: "${expected}",`);
});

test('an engine on this machine is also called without keys', async () => {
  const { url } = await sentTo('127.0.0.1:8080', {});
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:8080\//u);
});
