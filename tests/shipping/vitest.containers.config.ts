import { sourceConfig } from '../../vitest.shared.ts';

/** Executes Dockerfiles: minutes, the registry, and a user who may mount. */
export const config = sourceConfig({
  include: ['**/*.container.test.ts'],
  testTimeout: 1_200_000,
  hookTimeout: 1_200_000,
});
export { config as default };
