import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { siteBrowser } from './open-page.ts';

const { open } = siteBrowser();
const mainPages = [
  '/',
  '/start/',
  '/console/',
  '/reference/',
  '/reference/signature-v3/',
  '/errors/',
  '/errors/invalidpiccontent/',
  '/signature-lab/',
  '/score/',
  '/guides/running/',
  '/zh/',
  '/zh/console/',
  '/zh/score/',
  '/zh/reference/',
  '/zh/errors/signaturedoesnotmatch/',
  '/404.html',
];

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: readonly string[] }[];
  }[];
}

describe.each(['light', 'dark'] as const)('axe finds nothing, %s', (colorScheme) => {
  test.each(mainPages)('%s', async (path) => {
    const { page, problems } = await open(path, { colorScheme });
    await page.evaluate(axe.source);
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run: () => Promise<AxeResult> } };
      const result = await axe.run();
      return result.violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      );
    });
    expect(violations).toEqual([]);
    expect(problems).toEqual([]);
  });
});

const landingBudgetBytes = 150_000;

test.each(['/', '/zh/'])('the landing page %s transfers at most 150 kB, from this site alone', async (path) => {
  const { page } = await open('/errors/');
  const client = await page.context().newCDPSession(page);
  let transferred = 0;
  const hosts = new Set<string>();
  await client.send('Network.enable');
  await client.send('Network.setCacheDisabled', { cacheDisabled: true });
  client.on('Network.loadingFinished', ({ encodedDataLength }) => (transferred += encodedDataLength));
  client.on('Network.requestWillBeSent', ({ request }) => {
    if (!request.url.startsWith('data:')) hosts.add(new URL(request.url).host);
  });
  await page.goto(new URL(path, page.url()).href, { waitUntil: 'networkidle' });
  expect(transferred).toBeGreaterThan(10_000);
  expect(transferred).toBeLessThanOrEqual(landingBudgetBytes);
  expect([...hosts]).toEqual([new URL(page.url()).host]);
});

test.each(['/', '/console/', '/errors/', '/score/', '/zh/reference/'])(
  'the layout does not shift while %s loads',
  async (path) => {
    const { page } = await open(path);
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(sum), 800);
        }),
    );
    expect(shift).toBeLessThan(0.01);
  },
);

test.each(['/', '/console/', '/errors/', '/reference/', '/score/', '/zh/start/'])(
  '%s fits a phone without horizontal scrolling',
  async (path) => {
    const { page } = await open(path, { viewport: { width: 360, height: 740 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  },
);
