const plans = require('./scripts/rooms.json');

/**
 * The arrows of the architecture, as rules: spec → signing, picture, wire → client, mock-server, engine → docs;
 * inside a package the rooms of `scripts/rooms.json`, which its README shows as a table.
 */

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

const escaped = (path) => path.replaceAll('.', '\\.');

/** One rule a room: it uses what its row allows, itself, and the files of the hall. */
function roomRules(house, { rooms, hall = [] }) {
  return Object.entries(rooms).map(([room, allowed]) => ({
    name: `room-${room}`,
    comment: `${house}/${room} may use ${allowed.join(', ') || 'no other room'}; so says scripts/rooms.json.`,
    severity: 'error',
    from: { path: `^${house}/${room}/`, pathNot: '\\.test(-d)?\\.ts$' },
    to: {
      path: `^${house}/`,
      pathNot: [
        ...[room, ...allowed].map((other) => `^${house}/${other}/`),
        ...hall.map((file) => `^${house}/${escaped(file)}$`),
      ],
    },
  }));
}

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
      from: { path: folderOf(name), pathNot: '/bench/' },
      to: { path: '^(spec|packages|apps|tests)/', pathNot: [name, ...allowed].map(folderOf) },
    })),
    ...Object.entries(plans).flatMap(([house, plan]) => roomRules(house, plan)),
    {
      name: 'nothing-that-ships-uses-tools',
      comment:
        'tools/ may look into every room; only tests and scripts look into tools/, and the documentation knows the form of its figures.',
      severity: 'error',
      from: { path: '^(spec|packages|apps)/', pathNot: '(\\.test\\.ts$|/(test|scripts)/)' },
      to: { path: '^tools/', pathNot: '^tools/eval/evaluation-file\\.ts$' },
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
      from: { path: '^(packages|apps|tests|tools)/', pathNot: '^packages/engine/src/model/onnx-runtime\\.ts$' },
      to: { path: 'onnxruntime-node|@semblance/runtime-', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'docs-folders-without-circles',
      comment: 'A folder of the docs needs none that needs it.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^apps/docs/src/[^/]+$' },
      to: { circular: true },
    },
    {
      name: 'page-runs-in-browsers',
      comment: 'What the engine offers to pages reaches nothing of Node, by values or by types.',
      severity: 'error',
      from: { path: '^packages/engine/exports/(page|evidence)\\.ts$' },
      to: { path: '(^node:|node_modules/(sharp|onnxruntime-node)/|hardened-sharp)', reachable: true },
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
