import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { startEngine } from '@semblance/engine';
import type { Engine } from '@semblance/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { siteBrowser } from './open-page.ts';

const { open } = siteBrowser();
const examples = path.join(import.meta.dirname, '../../../../examples');

async function choose(page: Page, ...names: readonly string[]): Promise<void> {
  const inputs = page.locator('semblance-slot input[type="file"]');
  for (const [index, name] of names.entries()) await inputs.nth(index).setInputFiles(path.join(examples, name));
}

/** Drops a file the way a pointer does: a drop event that carries it. */
async function drop(page: Page, slot: number, name: string): Promise<void> {
  const base64 = (await readFile(path.join(examples, name))).toString('base64');
  await page
    .locator('semblance-slot')
    .nth(slot)
    .evaluate(
      (element, file) => {
        const bytes = Uint8Array.from(atob(file.base64), (character) => character.codePointAt(0) ?? 0);
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([bytes], file.name));
        element.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      },
      { base64, name },
    );
}

async function compare(page: Page): Promise<void> {
  await page.locator('semblance-console button[type="submit"]').click();
  await page.locator('.console-result').waitFor({ state: 'visible' });
}

async function tab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name }).click();
}

async function xmlRoot(page: Page): Promise<string> {
  return page.locator('[data-body="xml"]').evaluate((element) => {
    const parsed = new DOMParser().parseFromString(element.textContent ?? '', 'text/xml');
    return parsed.querySelector('parsererror') === null ? parsed.documentElement.nodeName : 'not well-formed';
  });
}

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

  test('the score is computed in the page: a copy is found, another thing is not', async () => {
    const { page, problems } = await open('/console/');
    const scores: number[] = [];
    for (const second of ['edited/mug-daily-front-cropped.jpg', 'shoe-navy-front.jpg']) {
      await choose(page, 'mug-daily-front.jpg', second);
      await page.locator('.console-result').evaluate((element) => element.setAttribute('hidden', ''));
      await compare(page);
      scores.push(Number(await page.locator('.score-number').textContent()));
    }
    expect(scores[0]).toBeGreaterThan(0.85);
    expect(scores[1]).toBeLessThan(0.3);
    expect(problems).toEqual([]);
  });

  test('a format this browser cannot decode is said to be so', async () => {
    const { page } = await open('/console/');
    await choose(page, 'formats/teapot.ppm', 'formats/teapot.tiff');
    await page.locator('semblance-console button[type="submit"]').click();
    await page.waitForFunction(() =>
      document.querySelector('semblance-console .form-problem')?.textContent?.includes('cannot decode'),
    );
    await page.locator('[name="scenario"]').selectOption('made-up');
    await compare(page);
    expect(Number(await page.locator('.score-number').textContent())).toBeGreaterThanOrEqual(0);
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
    await page.locator('.target details summary').click();
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

  test('the page computes what the engine answers, but for the browser’s own decoding', async () => {
    const { page } = await open('/console/');
    for (const second of ['mug-daily-right.jpg', 'mug-dots-front.jpg', 'edited/mug-daily-front-low-quality.jpg']) {
      await choose(page, 'mug-daily-front.jpg', second);
      const scores: number[] = [];
      for (const target of ['mock', 'engine']) {
        await page.locator('.console-result').evaluate((element) => element.setAttribute('hidden', ''));
        await page.locator(`[name="target"][value="${target}"]`).check({ force: true });
        if (
          target === 'engine' &&
          scores.length === 1 &&
          (await page.locator('[name="accessKeyId"]').inputValue()) === ''
        )
          await useEngine(page, 'console-secret');

        await compare(page);
        scores.push(Number(await page.locator('.score-number').textContent()));
      }
      expect(Math.abs((scores[0] ?? 0) - (scores[1] ?? 1))).toBeLessThan(0.03);
    }
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
