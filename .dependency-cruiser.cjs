/**
 * The arrows of the architecture, as rules: spec → signing, picture, wire → client, mock-server, engine → docs;
 * in the engine gateway → ingest → features → score → response, wired by pipeline.ts and server.ts only.
 */
const stages = ['gateway', 'ingest', 'features', 'score', 'response'];

/** What each package may import of the others. */
const mayImport = {
  spec: [],
  signing: ['spec'],
  picture: ['spec'],
  wire: ['spec'],
  client: ['spec', 'signing', 'picture', 'wire'],
  'mock-server': ['spec', 'signing', 'picture', 'wire', 'engine'],
  engine: ['spec', 'signing', 'picture', 'wire'],
};

const folderOf = (name) => (name === 'spec' ? '^spec/' : `^packages/${name}/`);

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Files that import each other have one responsibility between them; types count.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...Object.entries(mayImport).map(([name, allowed]) => ({
      name: `arrows-of-${name}`,
      comment: `${name} may import ${allowed.join(', ') || 'no other package'}.`,
      severity: 'error',
      from: { path: folderOf(name), pathNot: '/(bench|eval)/' },
      to: { path: '^(spec|packages|apps|tests)/', pathNot: [name, ...allowed].map(folderOf) },
    })),
    {
      name: 'stages-do-not-know-each-other',
      comment: 'A stage imports shared values and its own folder; pipeline.ts and server.ts wire the stages.',
      severity: 'error',
      from: { path: `^packages/engine/src/(${stages.join('|')})/`, pathNot: '(\\.test\\.ts$|/src/score/)' },
      to: { path: `^packages/engine/src/(${stages.join('|')})/`, pathNot: '^packages/engine/src/$1/' },
    },
    {
      name: 'score-reads-features-only',
      comment: 'score compares what features made; it knows no other stage.',
      severity: 'error',
      from: { path: '^packages/engine/src/score/', pathNot: '\\.test\\.ts$' },
      to: { path: '^packages/engine/src/(gateway|ingest|response)/' },
    },
    {
      name: 'maths-stays-pure',
      comment: 'features and score do no input or output.',
      severity: 'error',
      from: { path: '^packages/engine/src/(features|score)/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'runtime-without-telemetry',
      comment: 'onnxruntime is loaded by the file that switches its telemetry off first.',
      severity: 'error',
      from: { path: '^(packages|apps|tests)/', pathNot: '^packages/engine/src/model/onnx-runtime\\.ts$' },
      to: { path: 'onnxruntime-node|@semblance/runtime-', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-node-in-portable-packages',
      comment: 'signing, picture and wire run in browsers and workers.',
      severity: 'error',
      from: { path: '^packages/(signing|picture|wire)/(src|exports)/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { conditionNames: ['@semblance/source', 'import', 'node', 'default'] },
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: { path: ['node_modules', '/dist/', '\\.astro/'] },
  },
};
