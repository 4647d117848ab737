import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { fetch as undiciFetch, request } from 'undici';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { validParameters } from '../../test/compare-request.ts';
import { createMock } from '../mock/mock.ts';
import { mockAgent } from './mock-agent.ts';

const mock = createMock();
const dispatcher = mockAgent({ mock, otherHosts: 'refuse' });
beforeEach(() => mock.reset());
afterAll(() => dispatcher.destroy());

const post = {
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(validParameters).toString(),
} as const;

describe.each(['https://imagesearch.cn-shanghai.aliyuncs.com/', 'http://imagesearch-vpc.eu-central-1.aliyuncs.com/'])(
  '%s',
  (url) => {
    test('undici.request reaches the mock', async () => {
      const { body } = await request(url, { ...post, dispatcher });
      expect(await body.json()).toMatchObject({ Score: 0.72 });
      expect(mock.journal.find({ instanceName: 'demoinstance1' })).toHaveLength(1);
    });

    test("undici's own fetch reaches the mock", async () => {
      const response = await undiciFetch(url, { ...post, dispatcher });
      expect(await response.json()).toMatchObject({ Score: 0.72 });
    });
  },
);

test('a reset is reported as a reset connection', async () => {
  mock.use('connection-reset');
  const url = 'https://imagesearch.cn-shanghai.aliyuncs.com/';
  await expect(request(url, { ...post, dispatcher })).rejects.toMatchObject({ code: 'ECONNRESET' });
});

test('other hosts are refused on request, and reached otherwise', async () => {
  await expect(request('https://example.com/', { dispatcher })).rejects.toThrow(/lets nothing through to example\.com/);
  const other = createServer((_request, response) => response.end('other')).listen(0, '127.0.0.1');
  await new Promise((resolve) => {
    other.once('listening', resolve);
  });
  const open = mockAgent({ mock });
  const { body } = await request(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`, { dispatcher: open });
  expect(await body.text()).toBe('other');
  await open.destroy();
  other.close();
});

test('with an endpoint only that host leads to the mock', async () => {
  const narrow = mockAgent({ mock, endpoint: 'compare.example', otherHosts: 'refuse' });
  const { body } = await request('https://compare.example/', { ...post, dispatcher: narrow });
  expect(await body.json()).toMatchObject({ Score: 0.72 });
  const cloud = request('https://imagesearch.cn-shanghai.aliyuncs.com/', { ...post, dispatcher: narrow });
  await expect(cloud).rejects.toThrow(/lets nothing through/);
  await narrow.destroy();
});

test('an agent does not keep a process alive', async () => {
  const program = `
    import { request, setGlobalDispatcher } from 'undici';
    import { mockAgent } from '${new URL('mock-agent.ts', import.meta.url).pathname}';
    setGlobalDispatcher(mockAgent());
    const { statusCode } = await request('https://imagesearch.cn-shanghai.aliyuncs.com/', { method: 'POST' });
    console.log(statusCode);`;
  const options = ['--conditions=@semblance/source', '--input-type=module', '--eval', program];
  const cwd = new URL('../..', import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, options, { timeout: 10_000, cwd });
  expect(stdout.trim()).toBe('400');
}, 20_000);
