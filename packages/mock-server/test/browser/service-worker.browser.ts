import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from './launch-chromium.ts';
import type { Driver } from './page.ts';

let folder: string;
let site: Server;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'semblance-mock-'));
  await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['@semblance/source', 'module', 'browser', 'import', 'default'] },
    build: { outDir: folder, lib: { entry: 'page.ts', formats: ['es'], fileName: () => 'page.js' } },
  });
  // The command of the README.
  await promisify(execFile)('npx', ['msw', 'init', folder, '--no-save']);
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><title>own page</title><script type="module" src="page.js"></script>',
  );
  site = createServer((request, response) => void serveFile(request.url ?? '/', response));
  await new Promise<void>((resolve) => {
    site.listen(0, '127.0.0.1', resolve);
  });
  browser = await launchChromium();
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
  await run((driver) => driver.start());
});

afterAll(async () => {
  await browser.close();
  site.close();
  await rm(folder, { recursive: true });
});

async function serveFile(url: string, response: ServerResponse): Promise<void> {
  const name = url === '/' ? 'index.html' : url.slice(1);
  const body = await readFile(join(folder, name)).catch(() => undefined);
  const type = name.endsWith('.js') ? 'text/javascript' : 'text/html';
  response.writeHead(body === undefined ? 404 : 200, { 'content-type': type }).end(body);
}

function run<Result>(action: (driver: Driver) => Result): Promise<Awaited<Result>> {
  return page.evaluate(`(${String(action)})(globalThis.driver)`) as Promise<Awaited<Result>>;
}

test('the worker answers a call to the cloud', async () => {
  expect(await run((driver) => driver.call('demoinstance1'))).toMatchObject({
    status: 200,
    body: { Score: 0.72, Code: 0 },
  });
});

test('scenarios by instance name, faults included', async () => {
  expect(await run((driver) => driver.call('mock-DeniedRequest'))).toMatchObject({
    status: 403,
    body: { Code: 'DeniedRequest', HostId: 'imagesearch.cn-shanghai.aliyuncs.com' },
  });
  expect(await run((driver) => driver.rejects('mock-connection-reset'))).toMatch(/TypeError: Failed to fetch/);
});

test('state lives in the page', async () => {
  expect(await run((driver) => driver.call('nosuchinstance'))).toMatchObject({
    body: { Code: 'Console.InstanceNotFound' },
  });
  expect(await run((driver) => driver.received())).toBe(4);
});

test('the site’s own pages are not intercepted', async () => {
  expect(await run((driver) => driver.ownPage())).toContain('<title>own page</title>');
});

test('without worker and fetch: the mock answers in the page', async () => {
  expect(await run((driver) => driver.inPage())).toMatchObject({ Score: 0.72, Code: 0 });
});
