import { defineConfig } from 'tsdown';

/** Loaded when first needed, so not part of the core. */
const lazy = {
  signing: /signing\/src\/(?!percent-encode|parameter)|sign-in-dialect|create-signer|credential-source/,
  upload: /src\/body\/(?:upload-picture|multipart-form)/,
  text: /decode-text|decode-base64|repair-base64|base64-result/,
  check: /packages\/picture\/|spec\/generated\/limits|src\/check/,
  many: /src\/many\//,
} as const;

const isSource = (id: string): boolean => id.endsWith('.ts') && !id.endsWith('.d.ts') && !id.includes('/exports/');
const isLazy = (id: string): boolean => Object.values(lazy).some((pattern) => pattern.test(id));

/**
 * The published files: workspace packages and the command line's libraries are bundled in, so that installing the client installs
 * nothing else. Peers stay outside.
 */
export default defineConfig({
  entry: { main: 'exports/main.ts' },
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  dts: { oxc: true },
  clean: true,
  inputOptions: { resolve: { conditionNames: ['@semblance/source', 'import', 'default'] } },
  outputOptions: {
    codeSplitting: {
      groups: [
        { name: 'core', test: (id) => isSource(id) && !isLazy(id) },
        ...Object.entries(lazy).map(([name, pattern]) => ({
          name,
          test: (id: string) => isSource(id) && pattern.test(id),
        })),
      ],
    },
  },
});
