import path from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { choose, compare, examples, failure } from './console-page.ts';
import { siteBrowser } from './open-page.ts';

const { open } = siteBrowser();

describe('answers are never stale, failures never silent', () => {
  async function answered(page: Page): Promise<void> {
    await page.locator('[name="scenario"]').selectOption('made-up');
    await page.getByRole('button', { name: 'A cropped copy' }).click();
    await page.locator('[data-ok="true"]').nth(1).waitFor();
    await compare(page);
  }

  test.each<readonly [string, (page: Page) => Promise<unknown>]>([
    ['another picture', (page) => choose(page, 'shoe-navy-front.jpg')],
    ['another pair', (page) => page.getByRole('button', { name: 'Mug and shoe' }).click()],
    ['another service type', (page) => page.locator('[name="serviceType"]').selectOption('fabric')],
    ['another scenario', (page) => page.locator('[name="scenario"]').selectOption('mock-DeniedRequest')],
    ['another target', (page) => page.locator('[name="target"][value="cloud"]').check({ force: true })],
  ])('%s removes the old answer', async (_, edit) => {
    const { page } = await open('/console/');
    await answered(page);
    await edit(page);
    await page.locator('.console-answer[data-phase="idle"]').waitFor();
    expect(await page.locator('.answer-status').textContent()).toContain('Changed since');
    expect(await page.locator('.score-number').textContent()).toBe('');
    expect(await page.locator('[data-body="json"]').textContent()).toBe('');
    expect(await page.locator('.evidence').isVisible()).toBe(false);
  });

  test('a network that fails to load is reported and loaded at the next try', async () => {
    const { page } = await open('/console/', { serviceWorkers: 'block' });
    await page.context().route('**/*.onnx', (route) => route.fulfill({ status: 404 }));
    await page.getByRole('button', { name: 'A cropped copy' }).click();
    await page.locator('[data-ok="true"]').nth(1).waitFor();
    await page.locator('semblance-console button[type="submit"]').click();
    expect(await failure(page)).toMatch(/network could not be loaded.*Check the connection.*404/u);
    await page.context().unroute('**/*.onnx');
    await compare(page);
    expect(Number(await page.locator('.score-number').textContent())).toBeGreaterThan(0.85);
  });

  test('a sample that fails to load is reported in its slot', async () => {
    const { page } = await open('/console/', { serviceWorkers: 'block' });
    await page.context().route('**/mug-dots-front*', (route) => route.abort());
    await page.getByRole('button', { name: 'Another mug' }).click();
    await page.locator('.slot-note', { hasText: 'could not be loaded' }).waitFor();
    await page.context().unroute('**/mug-dots-front*');
    await page.getByRole('button', { name: 'Another mug' }).click();
    await page.locator('[data-ok="true"]').nth(1).waitFor();
    expect(await page.locator('.slot-note').nth(1).textContent()).toBe('');
  });

  test('a kind of picture that this page does not decode is reported, with what to do', async () => {
    const fax = await sharp(path.join(examples, 'formats/teapot.png'))
      .toColourspace('b-w')
      .tiff({ compression: 'ccittfax4', bitdepth: 1 })
      .toBuffer();
    const { page } = await open('/console/');
    await choose(page, 'mug-daily-front.jpg');
    const second = page.locator('semblance-slot input[type="file"]').nth(1);
    await second.setInputFiles({ name: 'fax.tiff', mimeType: 'image/tiff', buffer: fax });
    await page.locator('[data-ok="true"]').nth(1).waitFor();
    await page.locator('semblance-console button[type="submit"]').click();
    expect(await failure(page)).toMatch(/an engine does\..*Choose “An engine”.*PNG.*compression 4/u);
  });

  test('obstacles are reported: pictures, endpoint, keys, an unreachable engine', async () => {
    const { page } = await open('/console/');
    const submit = page.locator('semblance-console button[type="submit"]');
    await submit.click();
    expect(await failure(page)).toContain('Put a picture into both places');
    await page.getByRole('button', { name: 'A cropped copy' }).click();
    await page.locator('[data-ok="true"]').nth(1).waitFor();
    await page.locator('[name="target"][value="cloud"]').check({ force: true });
    await submit.click();
    expect(await failure(page)).toContain('AccessKeyId');
    await page.locator('[name="target"][value="engine"]').check({ force: true });
    await page.locator('[name="engineEndpoint"]').fill('');
    await submit.click();
    expect(await failure(page)).toContain('Enter the endpoint');
    await page.locator('[name="engineEndpoint"]').fill('http://127.0.0.1:9');
    await compare(page);
    expect(await page.locator('.result-help').textContent()).toContain('npm start');
  });

  test('the code follows target, files and options', async () => {
    const { page } = await open('/console/');
    const code = page.locator('[data-body="code"]');
    await choose(page, 'mug-daily-front.jpg', 'formats/teapot.tiff');
    await page.waitForFunction(() =>
      document.querySelector('[data-body="code"]')?.textContent?.includes('teapot.tiff'),
    );
    expect(await code.textContent()).toContain('http://127.0.0.1:8080');
    await page.locator('[name="scenario"]').selectOption('mock-DeniedRequest');
    await page.waitForFunction(() =>
      document.querySelector('[data-body="code"]')?.textContent?.includes('mock-DeniedRequest'),
    );
    expect(await code.textContent()).toContain('http://127.0.0.1:4010');
    expect(await page.locator('.code-note').textContent()).toContain('npm run mock');
    await page.locator('[name="target"][value="engine"]').check({ force: true });
    await page.locator('[name="engineEndpoint"]').fill('https://engine.example:9443');
    await page.waitForFunction(() =>
      document.querySelector('[data-body="code"]')?.textContent?.includes('engine.example:9443'),
    );
    await page.locator('[name="language"]').selectOption('python');
    await page.waitForFunction(() =>
      document.querySelector('[data-body="code"]')?.textContent?.includes('import base64'),
    );
    await page.locator('[data-body="code"] span').first().waitFor();
  });

  test('a comparison signs the curl command once, not at every progress', async () => {
    const { page } = await open('/console/', { serviceWorkers: 'block' });
    await page.locator('[name="language"]').selectOption('curl');
    await page.getByRole('button', { name: 'A cropped copy' }).click();
    await page.locator('[data-ok="true"]').nth(1).waitFor();
    await page.locator('[data-body="code"]', { hasText: 'x-acs-signature-nonce' }).waitFor();
    await page.evaluate(() => {
      const code = document.querySelector<HTMLElement>('[data-body="code"]');
      const seen = new Set<string>();
      const note = (): void => {
        const nonce = /x-acs-signature-nonce: (?<nonce>\S+?)'/u.exec(code?.dataset['code'] ?? '')?.groups?.['nonce'];
        if (nonce !== undefined) code?.setAttribute('data-nonces', String(seen.add(nonce).size));
      };
      note();
      if (code !== null) new MutationObserver(note).observe(code, { attributeFilter: ['data-code'] });
    });
    await compare(page);
    await page.locator('.evidence-picture > svg').waitFor();
    expect(await page.locator('[data-body="code"]').getAttribute('data-nonces')).toBe('2');
  });

  test('without an examination no legend is shown', async () => {
    const { page } = await open('/console/');
    await choose(page, 'mug-daily-front.jpg', 'wrong/truncated.jpg');
    await page.locator('[data-ok="true"]').nth(1).waitFor();
    await compare(page);
    await page.locator('.evidence').waitFor();
    expect(await page.locator('.evidence-words').textContent()).not.toBe('');
    expect(await page.locator('.evidence-picture > *').count()).toBe(0);
    expect(await page.locator('.evidence-legend').isVisible()).toBe(false);
  });

  test('a frame opens the choice of files by pointer and by key', async () => {
    const { page } = await open('/console/');
    const [byPointer] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.locator('.slot-frame').first().click(),
    ]);
    expect(byPointer.isMultiple()).toBe(false);
    await page.locator('.slot-frame input').nth(1).focus();
    await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  });

  test('cached files work without a connection', async () => {
    const { page } = await open('/console/');
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await page.getByRole('button', { name: 'A cropped copy' }).click();
    await page.locator('[data-ok="true"]').nth(1).waitFor();
    await compare(page);
    await page.context().setOffline(true);
    await page.reload();
    await page.getByRole('button', { name: 'A cropped copy' }).click();
    await page.locator('[data-ok="true"]').nth(1).waitFor();
    await compare(page);
    expect(Number(await page.locator('.score-number').textContent())).toBeGreaterThan(0.85);
  });
});

test.each([
  ['desktop', { width: 1280, height: 800 }],
  ['phone', { width: 390, height: 700 }],
])('Compare is on the first screen: %s', async (_, viewport) => {
  for (const path_ of ['/console/', '/zh/console/']) {
    const { page } = await open(path_, { viewport });
    const box = await page.locator('semblance-console button[type="submit"]').boundingBox();
    expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(viewport.height);
  }
});

test('from 1100 px up form, answer and code stand side by side', async () => {
  const { page } = await open('/console/', { viewport: { width: 1100, height: 800 } });
  const boxes = await Promise.all(
    ['.console-form', '.console-answer', '.console-code'].map((part) => page.locator(part).boundingBox()),
  );
  const [form, answer, code] = boxes;
  expect(Math.abs((form?.y ?? 0) - (code?.y ?? 99))).toBeLessThan(4);
  expect((form?.x ?? 0) + (form?.width ?? 0)).toBeLessThan(answer?.x ?? 0);
  expect((answer?.x ?? 0) + (answer?.width ?? 0)).toBeLessThan(code?.x ?? 0);
});
