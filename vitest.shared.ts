import { availableParallelism } from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import type { ViteUserConfig } from 'vitest/config';
import type { Reporter } from 'vitest/node';

const inCi = process.env['CI'] !== undefined;

/** Names the tests that passed only when they were tried again: the list of a file that passed hides them. */
const retriedReporter: Reporter = {
  onTestCaseResult(testCase) {
    if (testCase.diagnostic()?.flaky === true)
      process.stdout.write(`RETRIED  ${testCase.module.relativeModuleId} > ${testCase.fullName}\n`);
  },
};

/**
 * For packages whose tests leave a process as they found it: files share processes, so that modules are loaded once in each. The engine's do not:
 * the first picture closes most of libvips' loaders for good.
 */
export const sharedProcesses = { isolate: false, unstubEnvs: true, unstubGlobals: true } as const;

/** Commands that tests start begin with what earlier ones have compiled: half of what a short one takes is reading TypeScript. */
const compiled = fileURLToPath(new URL('node_modules/.cache/compiled', import.meta.url));

const temporaryFolder = fileURLToPath(new URL('vitest.temporary-folder.ts', import.meta.url));

/** Tests run on the sources: the `@semblance/source` condition resolves workspace packages to their TypeScript. */
export function sourceConfig(overrides: NonNullable<ViteUserConfig['test']> = {}): ViteUserConfig {
  const conditions = ['@semblance/source'];
  return defineConfig({
    resolve: { conditions: [...conditions, 'node', 'import', 'default'] },
    ssr: { resolve: { conditions: [...conditions, 'node', 'import', 'default'] } },
    test: {
      include: ['**/*.test.ts'],
      // Evaluation pictures lie in .cache: walking them takes longer than the tests.
      exclude: ['**/node_modules/**', '**/dist/**', '**/.cache/**'],
      execArgv: ['--conditions=@semblance/source'],
      env: { NODE_COMPILE_CACHE: compiled },
      // Long enough for a machine that does ten things at once: what a test asserts about time, it asserts itself.
      testTimeout: 60_000,
      hookTimeout: 60_000,
      expect: { poll: { timeout: 20_000 } },
      // Two files at a time where vitest would run one, on two cores: most tests wait for servers and processes that they started.
      maxWorkers: Math.max(2, availableParallelism() - 1),
      // Many tests start servers, browsers and stores and wait for them: on a busy machine one may need a second try, and is named then.
      retry: inCi ? 1 : 0,
      ...(inCi ? { reporters: ['default', retriedReporter] } : {}),
      ...overrides,
      globalSetup: [temporaryFolder, ...[overrides.globalSetup ?? []].flat()],
    },
  });
}
