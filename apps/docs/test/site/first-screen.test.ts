import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { siteBrowser } from './open-page.ts';

const { open, url } = siteBrowser();
const phone = { viewport: { width: 390, height: 844 } };

describe('the first screen', () => {
  test.each(['/', '/zh/'])(
    '%s shows two pictures, their points and score, the box and the install line above the fold',
    async (path) => {
      const { page, problems } = await open(path);
      const inView = async (selector: string): Promise<boolean> => {
        const box = await page.locator(selector).first().boundingBox();
        return box !== null && box.y >= 0 && box.y + Math.min(box.height, 40) <= 900;
      };
      expect(await page.locator('.hero-photos img').count()).toBe(2);
      const line = page.locator('.hero-install semblance-copy-line');
      expect(await line.locator('code').textContent()).toBe(await line.getAttribute('data-line'));
      expect(await page.locator('.hero-photos line').count()).toBeGreaterThan(20);
      expect(Number(await page.locator('.hero-score').textContent())).toBeGreaterThan(0.5);
      for (const part of ['.hero-photos', 'semblance-copy-line', '.hero-finder textarea', '.hero-actions'])
        expect(await inView(part)).toBe(true);
      expect(problems).toEqual([]);
    },
  );

  test('the top leads to docs, console, errors, reference and sources, and names the version', async () => {
    const { page } = await open('/errors/nopermission/');
    const links = await page.locator('.site-nav a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links).toEqual(['/start/', '/console/', '/errors/', '/reference/']);
    expect(await page.locator('.site-nav [aria-current]').textContent()).toBe('Errors');
    expect(await page.locator('.site-repository').getAttribute('href')).toMatch(/^https:\/\/github\.com\//u);
    expect(await page.locator('.site-version').textContent()).toMatch(/^v\d+\.\d+\.\d+$/u);
  });

  test('there is a preview picture for other sites', async () => {
    const { page } = await open('/');
    const address = await page.locator('meta[property="og:image"]').getAttribute('content');
    const picture = await page.request.get(`${url}${new URL(address ?? '').pathname}`);
    expect(picture.headers()['content-type']).toBe('image/jpeg');
    expect((await picture.body()).length).toBeGreaterThan(20_000);
  });

  test('on a phone the menu has every page, the language and the theme', async () => {
    const { page } = await open('/', phone);
    await page.locator('.sl-menu-button').click();
    const menu = page.locator('#starlight__sidebar');
    expect(await menu.getByRole('link', { name: 'CompareSimilarByImage' }).isVisible()).toBe(true);
    expect(await menu.locator('starlight-theme-select select').isVisible()).toBe(true);
    await menu.locator('starlight-lang-select select').selectOption({ label: '简体中文' });
    await page.waitForURL(`${url}/zh/`);
  });
});

describe('Chinese', () => {
  test('is offered to a Chinese browser on the same page, until dismissed', async () => {
    const { page } = await open('/errors/deniedrequest/', { locale: 'zh-CN' });
    const offer = page.locator('semblance-language-offer');
    expect(await offer.locator('a').getAttribute('href')).toBe('/zh/errors/deniedrequest/');
    await offer.getByRole('button').click();
    await page.reload();
    expect(await offer.isVisible()).toBe(false);
  });

  test('is not offered to others, nor on a Chinese page', async () => {
    const { page } = await open('/');
    expect(await page.locator('semblance-language-offer').isVisible()).toBe(false);
    await page.goto(`${url}/zh/`);
    expect(await page.locator('semblance-language-offer').count()).toBe(0);
  });
});

describe('an address without a page', () => {
  test.each([
    { path: '/no/such/page/', locale: 'en-GB', title: 'There is no such page', language: 'en' },
    { path: '/zh/no/such/page/', locale: 'en-GB', title: '没有这个页面', language: 'zh-CN' },
    { path: '/no/such/page/', locale: 'zh-CN', title: '没有这个页面', language: 'zh-CN' },
    { path: '/404/', locale: 'zh-CN', title: 'There is no such page', language: 'en' },
  ])('$path says so, to a browser in $locale: $title', async ({ path, locale, title, language }) => {
    const { page } = await open('/errors/', { locale });
    const response = await page.goto(`${url}${path}`);
    expect(response?.status()).toBe(path === '/404/' ? 200 : 404);
    expect(await page.locator('h1').textContent()).toBe(title);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await page.locator('semblance-finder:visible').count()).toBe(1);
    expect(await page.locator('.site-nav a').first().textContent()).toBe(language === 'en' ? 'Docs' : '文档');
  });

  test('has the very words of another Chinese page around it', async () => {
    const { page } = await open('/zh/errors/');
    const expected = await frameWords(page);
    await page.goto(`${url}/zh/no/such/page/`);
    expect(await frameWords(page)).toEqual(expected);
    expect(await page.locator('.site-preferences select').last().inputValue()).toBe('/zh/404/');
    await page.locator('site-search button[data-open-modal]').click();
    expect(await page.locator('site-search input').getAttribute('placeholder')).toBe('搜索');
    await page.locator('site-search input').fill('限流');
    expect(await page.locator('.best-matches a').first().getAttribute('href')).toMatch(/^\/zh\/errors\//u);
  });
});

/** All that is read or heard of header and table of contents. */
async function frameWords(page: Page): Promise<string[]> {
  // The search box is filled in while the page has nothing else to do.
  await page.locator('.pagefind-ui__search-input').waitFor({ state: 'attached' });
  return page.locator('.sl-skip-link, .site-header, nav.sidebar').evaluateAll((roots) =>
    roots.flatMap((root) => {
      const spoken = [root, ...root.querySelectorAll('*')].flatMap(
        (element) => element.getAttribute('aria-label') ?? [],
      );
      return [root.textContent.replace(/\s+/gu, ' ').trim(), ...spoken];
    }),
  );
}

test('nine of ten pages of codes end within 1,400 pixels on a desktop', async () => {
  const { page } = await open('/errors/');
  const paths = await page
    .locator('.atlas-list a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const heights: number[] = [];
  for (const path of paths) {
    await page.goto(`${url}${path}`, { waitUntil: 'domcontentloaded' });
    heights.push(
      await page.evaluate(() => (document.querySelector('main')?.getBoundingClientRect().bottom ?? 0) + window.scrollY),
    );
  }
  expect(heights.length).toBeGreaterThan(70);
  expect(heights.filter((height) => height <= 1400).length / heights.length).toBeGreaterThanOrEqual(0.9);
}, 240_000);
