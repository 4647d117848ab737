import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { siteBrowser } from './open-page.ts';

const { open, url } = siteBrowser();

async function paste(page: Page, text: string): Promise<void> {
  await page.locator('semblance-finder textarea:visible').fill(text);
}

const searched = [
  '{"RequestId":"1","Code":"UnsupportedPicPixels","Message":"The specified pixels is not supported."}',
  '<Error><Code>UnsupportedPicPixels</Code></Error>',
  'code: 400, The specified pixels is not supported. request id 1',
];

test.each(['/', '/errors/', '/nothing-here/', '/zh/', '/zh/errors/', '/zh/nothing-here/'])(
  'the box on %s takes a reply, a log line and words to their code',
  async (path) => {
    const { page } = await open(path);
    const isChinese = path.startsWith('/zh');
    for (const text of [...searched, isChinese ? '像素' : 'resolution too low']) {
      await paste(page, '');
      await page.locator('.finder-best').waitFor({ state: 'hidden' });
      await paste(page, text);
      await page.locator('.finder-best').waitFor();
      expect(`${text}: ${await page.locator('.finder-title a').textContent()}`).toBe(`${text}: UnsupportedPicPixels`);
      expect(await page.locator('.finder-fix').textContent()).toContain('4096');
    }
    await page.locator('semblance-finder textarea:visible').press('Enter');
    await page.waitForURL(`${url}${isChinese ? '/zh' : ''}/errors/unsupportedpicpixels/`);
  },
);

test('a signature’s error offers the lab, and a pasted request opens in it', async () => {
  const { page } = await open('/');
  await paste(page, 'SignatureDoesNotMatch: Specified signature does not match our calculation.');
  await page.locator('.finder-lab a').waitFor();
  const request =
    'POST / HTTP/1.1\nhost: 127.0.0.1:8080\nauthorization: ACS3-HMAC-SHA256 Credential=a,SignedHeaders=host,Signature=b\n\na=1';
  await paste(page, request);
  await page.locator('.finder-lab a').click();
  await page.waitForURL(`${url}/signature-lab/`);
  expect(await page.locator('semblance-lab textarea').first().inputValue()).toBe(request);
});

test.each([
  ['/', 'max image size', 'InvalidPicContent'],
  ['/', 'rate limit', 'DeniedRequest'],
  ['/', 'install', 'Run the engine'],
  ['/zh/', '阈值', '分数的含义'],
  ['/zh/', '超时', 'SearchTimeout'],
  ['/zh/', '像素', 'UnsupportedPicPixels'],
])('the search of %s names for “%s” first %s', async (path, words, expected) => {
  const { page } = await open(path);
  await page.locator('site-search button[data-open-modal]').click();
  await page.locator('site-search input').fill(words);
  await page.locator('.best-matches a').first().waitFor();
  const names = await page.locator('.best-matches a').allTextContents();
  expect(names.slice(0, 2)).toContain(expected);
});
