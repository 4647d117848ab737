import { defineConfig } from 'tsdown';
import type { UserConfig } from 'tsdown';

/** Loaded on first use, so not part of the core. */
const lazy = {
  exchange: /client\/src\/runtime\/exchange/,
  // One file, a fifth smaller than separate ones.
  more: new RegExp(
    [
      'client/src/compare/(?:compare-uploaded|upload-picture|multipart-form)',
      'client/src/errors/(?:api-error-of|refusal-message|local-refusal|explain-failure)',
      'spec/generated/error-policy|wire/src/picture-detail',
      'client/src/pictures/(?:decode-text|collect-bytes)',
      'client/src/runtime/(?:log-hooks|server-estimate)',
      'wire/src/(?:xml-reader|read-xml-record)|wire/exports/parse-xml',
      'client/src/many/',
    ].join('|'),
  ),
  signing:
    /signing\/src\/(?!percent-encode|parameter)|sign-in-dialect|create-signer|server-clock|credential-source|encode-form/,
  check:
    /packages\/picture\/|spec\/generated\/limits|client\/src\/(?:pictures\/check|errors\/(?:diagnose|check-before))/,
  options: /client\/src\/client\/(?:check-options|option-|check-values|client-shape)|nearest-name|fastest-levenshtein/,
  fit: /client\/src\/node\/fit\//,
  proxy: /client\/src\/node\/proxy\/(?:send-through|tunnel-agent|proxy-failure)/,
  node: /client\/src\/node\/|node_modules\/ini\//,
} as const;

const isSource = (id: string): boolean =>
  /\.[jt]s$/.test(id) &&
  !id.endsWith('.d.ts') &&
  !/\/client\/exports\/|\/(?:platform|platform-node|checks|no-checks)\.ts$/.test(id);
const isLazy = (id: string): boolean => Object.values(lazy).some((pattern) => pattern.test(id));
const sourceCondition = {
  resolve: { conditionNames: ['@semblance/source', 'import', 'default'], mainFields: ['module', 'main'] },
};

/** Drops the titles of service types, which the client never shows. */
const withoutTitles = {
  name: 'without-titles',
  transform: (code: string, id: string): string | undefined =>
    id.includes('spec/generated/limits.ts') ? code.replaceAll(/"title": \{[^}]*\}/g, '"title": undefined') : undefined,
};

const library: UserConfig = {
  entry: {
    main: 'exports/main.ts',
    node: 'exports/node.ts',
    'platform-web': 'src/runtime/platform.ts',
    'platform-node': 'src/runtime/platform-node.ts',
    checks: 'src/client/checks.ts',
    'no-checks': 'src/client/no-checks.ts',
  },
  platform: 'neutral',
  target: 'es2022',
  dts: { oxc: true },
  deps: { neverBundle: [/^node:/, 'sharp', '#platform', '#checks'] },
  inputOptions: sourceCondition,
  plugins: [withoutTitles],
};

/**
 * The published files: workspace packages and the command line's libraries are bundled in, so that installing the client installs nothing
 * else. Peers stay outside; the command line imports the library like any program. There are two builds of the library: modules, and
 * CommonJS for test runners and Node versions that cannot require modules.
 */
export default defineConfig([
  {
    ...library,
    outDir: 'dist/lib',
    format: 'esm',
    outputOptions: {
      codeSplitting: {
        groups: [
          // A group includes what its files import unless an earlier group has it, so the most general groups come first.
          ...Object.entries(lazy).map(([name, pattern], index) => ({
            name,
            priority: 100 - index,
            test: (id: string) => isSource(id) && pattern.test(id),
          })),
          {
            name: 'core',
            priority: 200,
            includeDependenciesRecursively: false,
            test: (id) => id.includes('rolldown/runtime') || (isSource(id) && !isLazy(id)),
          },
        ],
      },
    },
  },
  // Modules in a test runner cannot import natively, so lazily loaded parts are required.
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
    inputOptions: {
      resolve: { conditionNames: ['@semblance/source', 'import', 'node', 'default'], mainFields: ['module', 'main'] },
    },
  },
]);
