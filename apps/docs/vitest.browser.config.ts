import { sourceConfig } from '../../vitest.shared.ts';

/** Tests of the built site: they need `dist` and a Chromium. */
export const config = sourceConfig({
  include: ['test/site/**/*.test.ts'],
  globalSetup: ['test/site/serve-site.ts'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // Pages mostly wait for their engine or for what they load.
  maxWorkers: 2,
});
export { config as default };
