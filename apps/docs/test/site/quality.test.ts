import axe from 'axe-core';
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { siteBrowser } from './open-page.ts';

const { open, url } = siteBrowser();
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

/** What axe finds on the page as it is shown, by all its rules or by the named ones. */
async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  return page.evaluate(async (only) => {
    const { axe } = globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResult> } };
    const result = await axe.run(only === undefined ? {} : { runOnly: only });
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  }, rules);
}

/** Rules about colours, which are all that differs in the dark. */
const colourRules = ['color-contrast', 'link-in-text-block'];

test.each(mainPages)('axe finds nothing on %s, light and dark', async (path) => {
  const { page, problems } = await open(path, { colorScheme: 'light' });
  const theme = page.locator('html');
  expect(await theme.getAttribute('data-theme')).toBe('light');
  await page.evaluate(axe.source);
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.reload({ waitUntil: 'load' });
  expect(await theme.getAttribute('data-theme')).toBe('dark');
  await page.evaluate(axe.source);
  expect(await violations(page, colourRules)).toEqual([]);
  expect(problems).toEqual([]);
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

const observationMs = 800;

test('the layout does not shift while pages load', async () => {
  const shiftOf = async (path: string): Promise<readonly [string, boolean]> => {
    const { page } = await open(path);
    const shift = await page.evaluate(
      (ms) =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(sum), ms);
        }),
      observationMs,
    );
    return [path, shift < 0.01];
  };
  const steady = await Promise.all(['/', '/console/', '/errors/', '/score/', '/zh/reference/'].map(shiftOf));
  expect(steady.filter(([, isSteady]) => !isSteady)).toEqual([]);
});

test('pages fit a phone without horizontal scrolling', async () => {
  const { page } = await open('/', { viewport: { width: 360, height: 740 } });
  const widths: (readonly [string, number])[] = [];
  for (const path of ['/', '/console/', '/errors/', '/reference/', '/score/', '/zh/start/']) {
    await page.goto(`${url}${path}`, { waitUntil: 'load' });
    widths.push([path, await page.evaluate(() => document.documentElement.scrollWidth)]);
  }
  expect(widths.filter(([, width]) => width > 360)).toEqual([]);
});

/** Red, green and blue of a computed colour. */
function channels(colour: string): readonly number[] {
  return (/\((.*)\)/.exec(colour)?.[1] ?? '').split(',').map(Number);
}

test.each(['/guides/testing/', '/zh/console/'])('%s is printed dark on white whatever its theme', async (path) => {
  const { page } = await open(path, { colorScheme: 'dark' });
  await page.evaluate(() =>
    addEventListener('beforeprint', () => {
      const code = document.querySelector('main pre') ?? document.body;
      document.body.dataset['printed'] = [document.body, code]
        .map((element) => getComputedStyle(element).color)
        .join(';');
    }),
  );
  await page.pdf();
  const printed = (await page.locator('body').getAttribute('data-printed'))?.split(';') ?? [];
  expect(printed.map((colour) => Math.max(...channels(colour)) < 110)).toEqual([true, true]);
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
});
