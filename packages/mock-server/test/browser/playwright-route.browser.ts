import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createMock } from '../../exports/mock.ts';
import '../../exports/vitest.ts';
import { endpoint, validParameters } from '../compare-request.ts';
import { launchChromium } from './launch-chromium.ts';

const mock = createMock();
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage();
  // The code of the README.
  await page.route('https://imagesearch.*.aliyuncs.com/', async (route) => {
    const call = route.request();
    const init = { method: call.method(), headers: await call.allHeaders(), body: call.postData() };
    const response = await mock.respond(new Request(call.url(), init));
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    });
  });
});
beforeEach(() => mock.reset());
afterAll(() => browser.close());

const call = (): Promise<unknown> =>
  page.evaluate(
    async ([url, parameters]) => (await fetch(url, { method: 'POST', body: new URLSearchParams(parameters) })).json(),
    [endpoint, validParameters] as const,
  );

test('the page’s calls reach the mock in the test', async () => {
  expect(await call()).toMatchObject({ Score: 0.72 });
  mock.use('DeniedRequest');
  expect(await call()).toMatchObject({ Code: 'DeniedRequest' });
  expect(mock).toHaveReceivedTimes(1, { code: 'DeniedRequest', primary: { width: 100 } });
});

test('Playwright answers from the archive', async () => {
  const query = 'Version=2020-12-14&Action=CompareSimilarByImage&Format=XML&InstanceName=mock-DeniedRequest';
  const form = 'Version=2020-12-14&Action=CompareSimilarByImage&Format=JSON&InstanceName=mock-NoPermission';
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  await mock.respond(new Request(`${endpoint}?${query}`));
  await mock.respond(new Request(endpoint, { method: 'POST', body: form, headers }));
  const folder = await mkdtemp(path.join(tmpdir(), 'archive-'));
  const archive = path.join(folder, 'calls.har');
  await writeFile(archive, JSON.stringify(mock.journal.toHar()));
  const replay = await browser.newPage();
  await replay.routeFromHAR(archive, { notFound: 'abort' });
  const opened = await replay.goto(`${endpoint}?${query}`);
  expect(opened?.status()).toBe(403);
  expect(await opened?.text()).toContain('<Code>DeniedRequest</Code>');
  const posted = await replay.evaluate(
    async ([url, body, sent]) => (await fetch(url, { method: 'POST', body, headers: sent })).json() as Promise<unknown>,
    [endpoint, form, headers] as const,
  );
  expect(posted).toMatchObject({ Code: 'NoPermission' });
  await replay.close();
  await rm(folder, { recursive: true });
});
