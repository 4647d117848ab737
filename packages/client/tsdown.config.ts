import { defineConfig } from 'tsdown';
import type { UserConfig } from 'tsdown';

/** Loaded when first needed, so not part of the core. */
const lazy = {
  signing:
    /signing\/src\/(?!percent-encode|parameter)|sign-in-dialect|create-signer|server-clock|credential-source|encode-form/,
  upload: /src\/body\/(?:compare-uploaded|upload-picture|multipart-form)/,
  inputs: /decode-text|collect-bytes|decode-base64|repair-base64|base64-result|base64-alphabet/,
  check: /packages\/picture\/|spec\/generated\/limits|client\/src\/pictures\/check/,
  xml: /wire\/src\/(?:xml-reader|read-xml-record)/,
  pace: /server-estimate/,
  many: /client\/src\/many\//,
  fit: /client\/src\/node\/fit\//,
  proxy: /client\/src\/node\/proxy\/(?:send-through|tunnel-agent|proxy-failure)/,
  exchange: /client\/src\/node\/exchange/,
  node: /client\/src\/node\/|node_modules\/ini\//,
} as const;

const isSource = (id: string): boolean =>
  /\.[jt]s$/.test(id) && !id.endsWith('.d.ts') && !/\/exports\/|\/platform\.ts$/.test(id);
const isLazy = (id: string): boolean => Object.values(lazy).some((pattern) => pattern.test(id));
const sourceCondition = {
  resolve: { conditionNames: ['@semblance/source', 'import', 'default'], mainFields: ['module', 'main'] },
};

const library: UserConfig = {
  entry: {
    main: 'exports/main.ts',
    node: 'exports/node.ts',
    'platform-web': 'src/runtime/platform.ts',
    'platform-node': 'src/node/platform.ts',
  },
  platform: 'neutral',
  target: 'es2022',
  dts: { oxc: true },
  deps: { neverBundle: [/^node:/, 'sharp', '#platform'] },
  inputOptions: sourceCondition,
};

/**
 * The published files: workspace packages and the command line's libraries are bundled in, so that installing the client installs
 * nothing else. Peers stay outside; the command line uses the library as any program does. The library comes twice: as modules, and
 * for `require` in test runners and in Node versions that cannot require modules.
 */
export default defineConfig([
  {
    ...library,
    outDir: 'dist/lib',
    format: 'esm',
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
  },
  // A test runner's modules cannot import natively, so what is loaded when needed is required.
  { ...library, outDir: 'dist/cjs', format: 'cjs', outputOptions: { dynamicImportInCjs: false } },
  {
    entry: { main: 'src/cli/main.ts' },
    outDir: 'dist/cli',
    format: 'esm',
    platform: 'node',
    target: 'es2022',
    dts: false,
    fixedExtension: false,
    deps: { neverBundle: [/^@semblance\/client/] },
  },
]);
