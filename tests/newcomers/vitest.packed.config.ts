import { sourceConfig } from '../../vitest.shared.ts';

/** Packs and installs first, which takes most of the time. */
export const config = sourceConfig({
  include: ['packed/*.test.ts'],
  testTimeout: 180_000,
  hookTimeout: 900_000,
  fileParallelism: false,
});
export { config as default };
