import { sharedProcesses, sourceConfig } from '../../vitest.shared.ts';

export const config = sourceConfig({
  ...sharedProcesses,
  exclude: ['**/node_modules/**', '**/dist/**', 'test/.readme/**', 'test/packages/**'],
});
export { config as default };
