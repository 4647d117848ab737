import { sourceConfig } from '../../vitest.shared.ts';

export const config = sourceConfig({ exclude: ['**/node_modules/**', '**/*.container.test.ts'], testTimeout: 120_000 });
export { config as default };
