import { sharedProcesses, sourceConfig } from '../../vitest.shared.ts';

export const config = sourceConfig(sharedProcesses);
export { config as default };
