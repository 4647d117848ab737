import { expect, test } from 'vitest';
import { siteBrowser } from './open-page.ts';

const { open, url } = siteBrowser();

test.each(['/errors/invalidinstance/', '/reference/', '/start/engine/', '/console/'])(
  'the language switch keeps %s',
  async (path) => {
    const { page } = await open(path);
    await page.locator('starlight-lang-select select').first().selectOption({ label: '简体中文' });
    await page.waitForURL(`${url}/zh${path}`);
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  },
);

test('the atlas filters by status, cause, retry and words, and keeps the filter in the address', async () => {
  const { page } = await open('/errors/');
  const shown = page.locator('.atlas-list > li:visible');
  const all = await shown.count();
  await page.locator('[name="status"]').selectOption('403');
  const refused = await shown.count();
  expect(refused).toBeGreaterThan(3);
  expect(refused).toBeLessThan(all / 4);
  await page.locator('[name="retry"]').selectOption('backoff');
  expect(await shown.locator('a').allTextContents()).toEqual(['DeniedRequest']);
  await page.reload();
  expect(await shown.count()).toBe(1);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.locator('[name="q"]').fill('4 MB');
  await page.locator('.finder-best').waitFor();
  expect(await shown.locator('a').allTextContents()).toContain('InvalidPicContent');
  await page.locator('[name="q"]').fill('zzqqxx');
  await page.locator('.finder-nothing').waitFor();
  expect(await page.locator('.atlas-nothing').isVisible()).toBe(true);
});

test('the lab finds a planted difference', async () => {
  const { page, problems } = await open('/signature-lab/');
  await page.locator('[data-sample="host"]').click();
  await page.locator('.lab-difference').waitFor({ state: 'visible' });
  expect(await page.locator('[data-difference="part"]').textContent()).toBe('host');
  expect(await page.locator('[data-difference="received"]').textContent()).toContain(':8080');
  expect(await page.locator('.lab-steps [data-step="signature"]').textContent()).toMatch(/^[0-9a-f]{64}$/u);
  expect(problems).toEqual([]);
});

test('the worked signature follows its inputs', async () => {
  const { page } = await open('/zh/reference/signature-v3/');
  const signature = page.locator('[data-step="signature"] code');
  const before = await signature.textContent();
  await page.locator('[name="nonce"]').fill('another');
  await page.waitForFunction(
    (old) => document.querySelector('[data-step="signature"] code')?.textContent !== old,
    before,
  );
  expect(await page.locator('[data-step="canonical-request"] code').textContent()).toContain(
    'x-acs-signature-nonce:another',
  );
});
