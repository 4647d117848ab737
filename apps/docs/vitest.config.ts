import { sharedProcesses, sourceConfig } from '../../vitest.shared.ts';

export const config = sourceConfig({ ...sharedProcesses, include: ['src/**/*.test.ts', 'test/unit/**/*.test.ts'] });
export { config as default };
