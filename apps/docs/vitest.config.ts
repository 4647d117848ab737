import { sourceConfig } from '../../vitest.shared.ts';

export const config = sourceConfig({ include: ['src/**/*.test.ts', 'test/unit/**/*.test.ts'] });
export { config as default };
