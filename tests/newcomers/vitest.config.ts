import { sourceConfig } from '../../vitest.shared.ts';

export const config = sourceConfig({ include: ['*.test.ts'] });
export { config as default };
