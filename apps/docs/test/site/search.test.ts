import { expect, test } from 'vitest';
import { siteBrowser } from './open-page.ts';

const { open } = siteBrowser();

test.each([
  ['/', 'pixels', 'UnsupportedPicPixels'],
  ['/', 'string to sign', 'Signature V3'],
  ['/zh/', '限流', 'DeniedRequest'],
  ['/zh/', '待签名字符串', '签名步骤'],
  // A browser that has just started may type before the index is loaded; a retry finds it.
])('from %s, “%s” finds %s', { retry: 2 }, async (path, words, expected) => {
  const { page } = await open(path);
  await page.locator('site-search button[data-open-modal]').click();
  await page.locator('site-search input').fill(words);
  await page.locator('.pagefind-ui__result-link').first().waitFor();
  const titles = await page.locator('.pagefind-ui__result-link').allTextContents();
  expect(titles.join('\n')).toContain(expected);
});

test('speaks Chinese on Chinese pages', { retry: 2 }, async () => {
  const { page } = await open('/zh/');
  await page.locator('site-search button[data-open-modal]').click();
  await page.locator('site-search input').fill('签名');
  await page.locator('.pagefind-ui__result-link').first().waitFor();
  const words = await page
    .locator('.pagefind-ui__message, .pagefind-ui__search-clear, .pagefind-ui__button')
    .allTextContents();
  expect(words.length).toBeGreaterThan(1);
  for (const said of words) expect(said).toMatch(/\p{Script=Han}/u);
  expect(await page.locator('.pagefind-ui__form').getAttribute('aria-label')).toBe('搜索本站');
});
