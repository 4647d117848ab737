import { expect, test } from 'vitest';
import { siteBrowser } from './open-page.ts';

const { open, url } = siteBrowser();

test.each(['/score/', '/zh/score/'])('%s begins with where to start, and folds the evidence', async (path) => {
  const { page } = await open(path);
  expect(await page.locator('main h2').first().getAttribute('id')).toBe('answer');
  expect(await page.locator('.threshold-answers tbody tr').count()).toBe(5);
  expect(await page.locator('.evidence-part[open]').count()).toBe(0);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  expect(height).toBeLessThan(5000);
});

test('the tool finds the threshold of pasted pairs, and follows the costs', async () => {
  const { page, problems } = await open('/score/');
  await page.locator('semblance-threshold [data-action="example"]').click();
  await page.locator('.threshold-result').waitFor();
  const threshold = async (): Promise<number> => Number(await page.locator('.threshold-best strong').textContent());
  const strict = await threshold();
  await page.locator('[name="falseMatch"]').fill('1');
  await page.locator('[name="missedMatch"]').fill('20');
  expect(await threshold()).toBeLessThan(strict);
  expect(await page.locator('.threshold-plot polyline').count()).toBe(3);
  expect(await page.locator('.threshold-band').textContent()).not.toBe('');
  await page.locator('[name="pairs"]').fill('score,label\n0.9,match\nhello');
  expect(await page.locator('.threshold-read').textContent()).toContain('line 3');
  expect(await page.locator('.threshold-result').isVisible()).toBe(false);
  expect(problems).toEqual([]);
});

test('“Try it” of the reference opens the console filled in', async () => {
  const { page } = await open('/reference/');
  await page.getByRole('link', { name: 'Try it' }).click();
  await page.waitForURL(`${url}/console/?pair=same-object`);
  await page.locator('semblance-slot[data-ok="true"]').nth(1).waitFor();
  expect(await page.locator('.slot-name').allTextContents()).toEqual(['mug-daily-front.jpg', 'mug-daily-right.jpg']);
});

test('the reference has the request in eight languages beside the parameters', async () => {
  const { page } = await open('/reference/');
  const tabs = page.locator('.reference-row').first().getByRole('tab');
  expect(await tabs.allTextContents().then((names) => names.map((name) => name.trim()))).toEqual([
    'curl',
    'TypeScript',
    'Node SDK',
    'Python',
    'Java',
    'Go',
    'C#',
    'PHP',
  ]);
  const [left, right] = await Promise.all([
    page.locator('#parameters').boundingBox(),
    page.locator('#samples').boundingBox(),
  ]);
  expect(right?.x ?? 0).toBeGreaterThan((left?.x ?? 0) + 300);
  await tabs.nth(5).click();
  expect(await page.locator('.reference-row').first().locator('[role="tabpanel"]:visible').textContent()).toContain(
    'package main',
  );
  expect(await page.locator('.code-table a').count()).toBeGreaterThan(70);
});

test.each(['/score/', '/zh/score/'])('%s: no line breaks between a number and its per cent', async (path) => {
  const { page } = await open(path);
  expect((await page.locator('main').textContent())?.match(/.{0,30}\d %/gu) ?? []).toEqual([]);
});
