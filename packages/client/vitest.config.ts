import { sharedProcesses, sourceConfig } from '../../vitest.shared.ts';

/** The type tests (`*.test-d.ts`) are checked by `npm run typecheck`. */
export const config = sourceConfig(sharedProcesses);
export { config as default };
