import { sourceConfig } from '../../vitest.shared.ts';

/** Two files at a time: many of these tests wait for servers that they started. */
export const config = sourceConfig({ maxWorkers: 2 });
export { config as default };
