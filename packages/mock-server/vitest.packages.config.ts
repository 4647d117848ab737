import { sourceConfig } from '../../vitest.shared.ts';

/** Tests of the packed tarballs in empty projects; they need `npm run build` and a registry. */
export const config = sourceConfig({
  include: ['test/packages/**/*.test.ts'],
  testTimeout: 180_000,
  hookTimeout: 300_000,
  fileParallelism: false,
});
export { config as default };
