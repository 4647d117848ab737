import { sourceConfig } from '../../vitest.shared.ts';

/** Tests in a real Chromium, in a separate script because they are slow. */
export const config = sourceConfig({
  include: ['test/browser/*.browser.ts'],
  testTimeout: 120_000,
  hookTimeout: 120_000,
});
export { config as default };
