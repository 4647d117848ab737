import { sourceConfig } from '../../vitest.shared.ts';

/** The type tests (`*.test-d.ts`) are checked by `npm run typecheck`. */
export const config = sourceConfig();
export { config as default };
