import axe from 'axe-core';
import { startEngine } from '@semblance/engine';
import type { Engine } from '@semblance/engine';
import { startMockServer } from '@semblance/mock-server';
import type { MockServer } from '@semblance/mock-server';
import { compareAction } from '@semblance/spec/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { siteBrowser } from './open-page.ts';

/** The pages that servers show of themselves, with refusals on them, as whoever is called at night opens them on a phone. */
const { open } = siteBrowser();
let engine: Engine;
let mock: MockServer;
beforeAll(async () => {
  engine = await startEngine({ port: 0, adminPort: 0, allowAnonymous: true });
  mock = await startMockServer();
  const query = `?Action=${compareAction.action}&Version=${compareAction.version}&Format=JSON&InstanceName=`;
  await fetch(`${engine.url}/${query}nowhere`);
  await fetch(`${mock.url}/${query}mock-DeniedRequest`);
});
afterAll(() => Promise.all([engine.stop(), mock.close()]));

const addresses = {
  engine: (): string => engine.adminUrl ?? '',
  mock: (): string => `${mock.url}/__mock/`,
} as const;

test.each(['engine', 'mock'] as const)('the page of the %s fits a phone, with its refusals', async (server) => {
  const { page, problems } = await open('/', { viewport: { width: 360, height: 740 } });
  await page.goto(addresses[server](), { waitUntil: 'load' });
  await page
    .getByText(/InstanceNotFound|DeniedRequest/)
    .first()
    .waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(problems).toEqual([]);
});

test.each([
  ['engine', 'light'],
  ['engine', 'dark'],
  ['mock', 'light'],
  ['mock', 'dark'],
] as const)('axe finds nothing on the page of the %s, %s', async (server, colorScheme) => {
  const { page } = await open('/', { colorScheme });
  await page.goto(addresses[server](), { waitUntil: 'load' });
  await page
    .getByText(/InstanceNotFound|DeniedRequest/)
    .first()
    .waitFor();
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> };
    };
    return (await checker.run()).violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`,
    );
  });
  expect(found).toEqual([]);
});

test("the engine's page says when it was true", async () => {
  const { page } = await open('/');
  const beforeMs = Date.now();
  await page.goto(addresses.engine(), { waitUntil: 'load' });
  const shown = await page.getByRole('row', { name: /^As of/ }).innerText();
  const shownMs = Date.parse(/\d{4}-\S+Z/.exec(shown)?.[0] ?? '');
  expect(Math.abs(shownMs - beforeMs)).toBeLessThan(30_000);
});
