import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest';

const candidates = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** A page, and what went wrong in it so far. */
export interface OpenPage {
  readonly page: Page;
  /** Errors on the console and uncaught exceptions. */
  readonly problems: readonly string[];
}

/** Opens pages of the built site in one browser per test file. What a test opens is closed after it: pages that nobody looks at still compute. */
export function siteBrowser(): {
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<OpenPage>;
  readonly url: string;
} {
  const url = inject('siteUrl');
  let browser: Browser | undefined;
  let contexts: BrowserContext[] = [];
  beforeAll(async () => {
    const executablePath = candidates.find((candidate) => candidate !== undefined && existsSync(candidate));
    if (executablePath === undefined) throw new Error('No Chromium found: install one, or name it in CHROMIUM_PATH.');
    browser = await chromium.launch({
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        // A moving test picture in place of a camera.
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
      ],
    });
  });
  // What `beforeAll` opens stays open for the file.
  beforeEach(() => {
    contexts = [];
  });
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
  });
  afterAll(() => browser?.close());
  return {
    url,
    open: async (path, options = {}) => {
      if (browser === undefined) throw new Error('The browser has not started.');
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        reducedMotion: 'reduce',
        ...options,
      });
      contexts.push(context);
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      page.on('pageerror', (error) => problems.push(error.message));
      await page.goto(`${url}${path}`, { waitUntil: 'load' });
      return { page, problems };
    },
  };
}
