import { sourceConfig } from '../../vitest.shared.ts';

export const config = sourceConfig({
  exclude: ['**/node_modules/**', '**/dist/**', 'test/.readme/**', 'test/packages/**'],
});
export { config as default };
