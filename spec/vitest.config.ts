import { sharedProcesses, sourceConfig } from '../vitest.shared.ts';

/** The compiler's CommonJS dependencies re-export names that only the inlined form exposes to the test runner. */
export const config = sourceConfig({
  ...sharedProcesses,
  server: { deps: { inline: [/@typespec/, /vscode-languageserver/] } },
});
export { config as default };
