import { sourceConfig } from '../../vitest.shared.ts';

/** File by file: what two engines lose under load is counted beside nothing else. */
export const config = sourceConfig({ fileParallelism: false });
export { config as default };
