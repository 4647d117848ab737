import { sourceConfig } from '../vitest.shared.ts';

export const config = sourceConfig();
export { config as default };
