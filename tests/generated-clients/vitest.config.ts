import { sourceConfig } from '../../vitest.shared.ts';

export const config = sourceConfig({ testTimeout: 60_000, hookTimeout: 120_000 });
export { config as default };
