import { sourceConfig } from '../../vitest.shared.ts';

/** Tests against real servers, browsers and other runtimes; they need `npm run build`. */
export const config = sourceConfig({
  include: ['test/slow/**/*.test.ts', 'test/runtimes/**/*.test.ts', 'test/packages/**/*.test.ts'],
  testTimeout: 300_000,
  hookTimeout: 120_000,
  fileParallelism: false,
});
export { config as default };
