import { mkdtemp } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorRetries, isErrorCode } from '@semblance/spec/error-policy';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, preview } from 'vite';
import type { PreviewServer } from 'vite';
import { examplePicture } from './example-picture.ts';
import type { PageTask } from './page/page.ts';
import { startEngine, startMock } from './start-server.ts';
import type { ServerProcess } from './start-server.ts';

const chromiumPath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const pictures = [
  examplePicture('mug-daily-front.jpg').toString('base64'),
  examplePicture('mug-daily-left.jpg').toString('base64'),
] as const;

/** A page built by Vite from the published files, in a real browser, that calls servers of another origin. */
describe.skipIf(!existsSync(chromiumPath))('in Chromium', () => {
  let engine: ServerProcess;
  let mock: ServerProcess;
  let site: PreviewServer;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const root = join(import.meta.dirname, 'page');
    const outDir = await mkdtemp(join(tmpdir(), 'semblance-'));
    await build({ root, logLevel: 'warn', configFile: false, build: { outDir, emptyOutDir: true } });
    site = await preview({
      root,
      logLevel: 'silent',
      configFile: false,
      build: { outDir },
      preview: { host: '127.0.0.1', port: 0, strictPort: false },
    });
    [engine, mock] = await Promise.all([startEngine(['--allow-anonymous']), startMock()]);
    browser = await chromium.launch({
      executablePath: chromiumPath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
    });
    page = await browser.newPage();
    await page.goto(site.resolvedUrls?.local[0] ?? '');
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await Promise.all([engine?.[Symbol.asyncDispose](), mock?.[Symbol.asyncDispose]()]);
  });

  async function compareInPage(task: Partial<PageTask> & Pick<PageTask, 'options'>) {
    return page.evaluate((given) => window.compareInPage(given), { pictures, as: 'file', ...task } satisfies PageTask);
  }

  const ways = (['file', 'stream', 'bytes', 'base64'] as const).flatMap((as) =>
    (['json', 'xml'] as const).map((format) => ({ as, format })),
  );

  test.each(ways)('the engine answers a $as in $format', async ({ as, format }) => {
    const result = await compareInPage({
      options: { endpoint: engine.endpoint, instanceName: 'demoinstance1', format },
      as,
    });
    expect(result).toMatchObject({ score: expect.any(Number), transfer: 'inline' });
  });

  test('the engine takes uploads from a page', async () => {
    const result = await compareInPage({
      options: { endpoint: engine.endpoint, instanceName: 'demoinstance1', transfer: { mode: 'upload' } },
    });
    expect(result).toMatchObject({ score: expect.any(Number), transfer: 'upload' });
  });

  test('errors of the engine arrive with their code', async () => {
    const options = { endpoint: engine.endpoint, instanceName: 'nowhere', retry: false } as const;
    expect(await compareInPage({ options })).toMatchObject({ code: 'Console.InstanceNotFound' });
    expect(await compareInPage({ options: { ...options, endpoint: 'http://127.0.0.1:9' } })).toEqual({
      code: 'NetworkFailed',
    });
  });

  test.each(['V3', 'V1'] as const)("a request signed in %s passes the browser's preflight request", async (dialect) => {
    const credentials = { accessKeyId: 'k', accessKeySecret: 's' };
    const result = await compareInPage({
      options: { endpoint: mock.endpoint, instanceName: 'demoinstance1', credentials, dialect },
    });
    expect(result).toMatchObject({ score: expect.any(Number) });
  });

  test('every code of the mock arrives in the page, in both formats', async () => {
    const codes = Object.keys(errorRetries).filter(isErrorCode);
    for (const format of ['json', 'xml'] as const) {
      const options = codes.map(
        (code) => ({ endpoint: mock.endpoint, instanceName: `mock-${code}`, retry: false, format }) as const,
      );
      const results = await Promise.all(
        options.map((each) => compareInPage({ options: each, pictures: ['AAAA', 'AAAA'] })),
      );
      expect(results.map(({ code }) => code)).toEqual(codes);
    }
  });

  test('many pairs', async () => {
    const task = {
      options: { endpoint: engine.endpoint, instanceName: 'demoinstance1' },
      pictures,
      as: 'file',
    } as const;
    const scores = await page.evaluate((given) => window.manyInPage(given, 6), task);
    expect(new Set(scores).size).toBe(1);
    expect(scores).toHaveLength(6);
  });

  test('the preflight check is loaded and works without the network', async () => {
    expect(await page.evaluate((picture) => window.checkInPage(picture), pictures[0])).toMatchObject({
      ok: true,
      picture: { format: 'jpeg' },
    });
  });
});
