import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startMockServer } from '../../exports/server.ts';
import type { MockServer } from '../../exports/server.ts';
import { compareRequest, outcomeOf } from '../compare-request.ts';
import { launchChromium } from './launch-chromium.ts';

let server: MockServer;
let browser: Browser;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  server = await startMockServer({ instances: { demoinstance1: {} } });
  browser = await launchChromium();
  page = await browser.newPage({ locale: 'en-GB' });
  page.on('pageerror', ({ message }) => problems.push(message));
});
beforeEach(async () => {
  server.resetAll();
  server.setChaos(undefined);
  await page.goto(`${server.url}/__mock/`);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const call = (instanceName = 'demoinstance1'): Promise<string | number> =>
  fetch(compareRequest({ url: `${server.url}/`, parameters: { InstanceName: instanceName } })).then(outcomeOf);

test('shows received requests, with details on click', async () => {
  await page.getByText('Nothing yet.').waitFor();
  await call('mock-NoPermission');
  const row = page.locator('tr.entry');
  await row.waitFor();
  expect(await row.innerText()).toMatch(/mock-NoPermission[\s\S]*PNG 100 × 100[\s\S]*403 NoPermission/);
  await row.click();
  await page.getByText('"requestId"').waitFor();
});

test('switches scenarios on and off', async () => {
  await page.fill('#plan', 'DeniedRequest*2,score-0.5');
  await page.getByRole('button', { name: 'Answer this' }).click();
  await page.locator('#pending').getByText('score-0.5').waitFor();
  expect([await call(), await call(), await call(), await call()]).toEqual([
    'DeniedRequest',
    'DeniedRequest',
    0.5,
    0.72,
  ]);
  await page.getByRole('button', { name: 'SearchTimeout' }).click();
  await page.locator('#pending').getByText('every call').waitFor();
  expect(await call()).toBe('SearchTimeout');
  await page.getByRole('button', { name: 'Reset everything' }).click();
  await page.getByText('Ordinary answers').waitFor();
  expect(await call()).toBe(0.72);
});

test('shows what is wrong with a plan', async () => {
  await page.fill('#plan', 'DeniedReqest');
  await page.getByRole('button', { name: 'Answer this' }).click();
  await expect.poll(() => page.locator('#problem').textContent()).toContain('Did you mean "DeniedRequest"?');
});

test('changes an instance, and speaks Chinese', async () => {
  await page.getByLabel('demoinstance1').selectOption('suspended');
  await expect.poll(() => call()).toBe('InstanceStatusError');
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByText('收到的请求').waitFor();
  expect(await page.title()).toBe('CompareSimilarByImage 模拟服务');
  expect(problems).toEqual([]);
});

test('a caller cannot put markup into the page', async () => {
  await call('<img src=x onerror="document.title=1">');
  await page.locator('tr.entry').waitFor();
  expect(await page.locator('tr.entry img').count()).toBe(0);
});
