import { sourceConfig } from '../../vitest.shared.ts';

/** Tests in a real Chromium; slower than the rest, so in a script of their own. */
export const config = sourceConfig({
  include: ['test/browser/*.browser.ts'],
  testTimeout: 120_000,
  hookTimeout: 120_000,
});
export { config as default };
