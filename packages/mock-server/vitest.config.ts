import { sourceConfig } from '../../vitest.shared.ts';

export const config = sourceConfig({ exclude: ['**/node_modules/**', '**/dist/**', 'test/.readme/**'] });
export { config as default };
