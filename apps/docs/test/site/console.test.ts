import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { startEngine } from '@semblance/engine';
import type { Engine } from '@semblance/engine';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { choose, compare, drop, examples, tab, wireScore, xmlRoot } from './console-page.ts';
import { siteBrowser } from './open-page.ts';

const { open } = siteBrowser();

describe('inside the page', () => {
  test('dropped files get a score, and the XML tab is well-formed', async () => {
    const { page, problems } = await open('/console/');
    await drop(page, 0, 'mug-daily-front.jpg');
    await drop(page, 1, 'mug-daily-front.jpg');
    await compare(page);
    expect(await page.locator('.score-number').textContent()).toBe('1');
    await tab(page, 'XML');
    expect(await xmlRoot(page)).toBe('CompareSimilarByImageResponse');
    expect(problems).toEqual([]);
  });

  test('what lessens trust in a score is told', async () => {
    const flat = { create: { width: 200, height: 150, channels: 3, background: '#c84040' } } as const;
    const buffer = await sharp(flat).png().toBuffer();
    const { page } = await open('/zh/console/');
    await choose(page, 'mug-daily-front.jpg', 'mug-daily-front.jpg');
    await page
      .locator('semblance-slot input[type="file"]')
      .nth(1)
      .setInputFiles({ name: 'flat.png', mimeType: 'image/png', buffer });
    await compare(page);
    expect(await page.locator('.evidence-words').textContent()).toContain('第二张图片只有一种颜色，只能比较颜色。');
  });

  test('the score is computed in the page: high for a copy, low for another object', async () => {
    const { page, problems } = await open('/console/');
    const scores: number[] = [];
    for (const second of ['edited/mug-daily-front-cropped.jpg', 'shoe-navy-front.jpg']) {
      await choose(page, 'mug-daily-front.jpg', second);
      await compare(page);
      scores.push(Number(await page.locator('.score-number').textContent()));
    }
    expect(scores[0]).toBeGreaterThan(0.85);
    expect(scores[1]).toBeLessThan(0.3);
    expect(problems).toEqual([]);
  });

  test('formats that browsers cannot show are compared', async () => {
    const { page, problems } = await open('/console/');
    await choose(page, 'formats/teapot.ppm', 'formats/teapot.tiff');
    await compare(page);
    expect(await wireScore(page)).toBe(1);
    expect(await page.locator('.slot-empty').first().textContent()).toContain('No preview');
    expect(problems).toEqual([]);
  });

  test('a truncated file gets the engine’s code and links to its page', async () => {
    const { page } = await open('/console/');
    await choose(page, 'mug-daily-front.jpg');
    const whole = await readFile(path.join(examples, 'mug-daily-front.jpg'));
    const cut = { name: 'cut.jpg', mimeType: 'image/jpeg', buffer: whole.subarray(0, whole.length >> 1) };
    await page.locator('semblance-slot input[type="file"]').nth(1).setInputFiles(cut);
    await compare(page);
    expect(await page.locator('.result-code').textContent()).toBe('InvalidSecondaryPicContent');
    expect(await page.locator('.result-link').getAttribute('href')).toBe('/errors/invalidsecondarypiccontent/');
  });

  test('the picture of what agrees has lines between both pictures', async () => {
    const { page } = await open('/console/');
    await choose(page, 'mug-daily-front.jpg', 'edited/mug-daily-front-cropped.jpg');
    await compare(page);
    await page.locator('.evidence-picture line').first().waitFor();
    expect(await page.locator('.evidence-picture line').count()).toBeGreaterThan(20);
  });

  test('a scenario shows its code and leads to its page', async () => {
    const { page } = await open('/console/');
    await page.getByRole('button', { name: 'Identical files' }).click();
    await page.locator('[data-ok="true"]').nth(1).waitFor();
    await page.locator('[name="scenario"]').selectOption('mock-DeniedRequest');
    await compare(page);
    expect(await page.locator('.result-code').textContent()).toBe('DeniedRequest');
    expect(await page.locator('.result-link').getAttribute('href')).toBe('/errors/deniedrequest/');
  });
});

describe('the check before sending', () => {
  test.each([
    ['wrong/too-many-bytes.bmp', 'InvalidPicContent'],
    ['wrong/too-small.png', 'UnsupportedPicPixels'],
    ['wrong/rotated.jpg', 'IncorrectOrientation'],
    ['wrong/text.jpg', 'UnsupportedPicFormat'],
    ['wrong/avif.png', 'UnsupportedPictureFormat'],
  ])('%s shows %s', async (name, code) => {
    const { page } = await open('/console/');
    await choose(page, name);
    expect(await page.locator('.slot-verdict a').first().textContent()).toBe(code);
  });

  test('a picture taken with the camera is ready to send', async () => {
    const { page } = await open('/console/');
    await page.locator('[data-action="camera"]').first().click();
    await page.locator('[data-action="take"]').click();
    await page.locator('semblance-slot[data-ok="true"]').waitFor();
    expect(await page.locator('.slot-name').first().textContent()).toBe('camera.jpg');
    expect(await page.locator('semblance-console dialog').isVisible()).toBe(false);
  });

  test('a rotated picture is put right on request', async () => {
    const { page } = await open('/console/');
    await choose(page, 'wrong/rotated.jpg');
    await page.locator('[data-action="fix"]').first().click();
    await page.locator('semblance-slot[data-ok="true"]').waitFor();
    expect(await page.locator('.slot-name').first().textContent()).toBe('rotated-fitted.jpg');
  });
});

describe('against a started engine', () => {
  let engine: Engine | undefined;
  beforeAll(async () => {
    engine = await startEngine({
      settings: {
        listen: { port: 0 },
        accessKeys: [{ accessKeyId: 'console-key', accessKeySecret: 'console-secret', account: 'docs' }],
        instances: [{ name: 'demoinstance1', owner: 'docs' }],
      },
    });
  }, 120_000);
  afterAll(() => engine?.stop());

  async function useEngine(page: Page, secret: string): Promise<void> {
    await page.locator('[name="target"][value="engine"]').check({ force: true });
    await page.locator('[name="engineEndpoint"]').fill(engine?.url ?? '');
    await page.locator('.console-form > details > summary').click();
    await page.locator('[name="accessKeyId"]').fill('console-key');
    await page.locator('[name="accessKeySecret"]').fill(secret);
  }

  test.each(['V3', 'V1'])('a request signed in the page (%s) gets a real score', async (dialect) => {
    const { page, problems } = await open('/console/');
    await choose(page, 'mug-daily-front.jpg', 'edited/mug-daily-front-cropped.jpg');
    await useEngine(page, 'console-secret');
    await page.locator('[name="dialect"]').selectOption(dialect);
    await compare(page);
    const score = Number(await page.locator('.score-number').textContent());
    expect(score).toBeGreaterThan(0.7);
    expect(await page.locator('.result-words').textContent()).not.toBe('');
    expect(problems).toEqual([]);
  });

  test('the page answers like the engine, to the last digit', async () => {
    const { page } = await open('/console/');
    await choose(page, 'mug-daily-front.jpg', 'edited/mug-daily-front-low-quality.jpg');
    await compare(page);
    const computed = await wireScore(page);
    await useEngine(page, 'console-secret');
    await compare(page);
    expect(await wireScore(page)).toBe(computed);
  });

  test('a wrong secret shows SignatureDoesNotMatch, in XML too', async () => {
    const { page } = await open('/console/');
    await choose(page, 'mug-daily-front.jpg', 'mug-daily-front.jpg');
    await useEngine(page, 'another-secret');
    await compare(page);
    expect(await page.locator('.result-code').textContent()).toBe('SignatureDoesNotMatch');
    await tab(page, 'XML');
    expect(await xmlRoot(page)).toBe('Error');
  });
});
