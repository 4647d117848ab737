import { defineConfig } from 'vitest/config';
import type { ViteUserConfig } from 'vitest/config';

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
      testTimeout: 20_000,
      ...overrides,
    },
  });
}
