/**
 * Writes two bundles beside the modules of `tsc`: the command line in few files, because a server that every test run starts should not
 * have to read hundreds of modules; and CommonJS for jest, which cannot require modules. Third-party licences are included.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'rolldown';
import type { BuildOptions, RolldownOutput } from 'rolldown';

const common: BuildOptions = {
  platform: 'node',
  external: [/^node:/, '@semblance/engine', 'expect', 'undici'],
  resolve: { conditionNames: ['@semblance/source', 'node', 'import', 'default'] },
  logLevel: 'warn',
};

writeNotices(
  'dist/cli',
  await build({
    ...common,
    input: 'src/server/cli/main.ts',
    output: {
      dir: 'dist/cli',
      format: 'esm',
      entryFileNames: '[name].js',
      chunkFileNames: '[name]-[hash].js',
      cleanDir: true,
    },
  }),
);

writeNotices(
  'dist/cjs',
  await build({
    ...common,
    input: {
      mock: 'exports/mock.ts',
      server: 'exports/server.ts',
      undici: 'exports/undici.ts',
      jest: 'exports/jest.ts',
      'modules-only': 'scripts/modules-only.ts',
    },
    output: {
      dir: 'dist/cjs',
      format: 'cjs',
      entryFileNames: '[name].cjs',
      chunkFileNames: '[name]-[hash].cjs',
      dynamicImportInCjs: false,
      cleanDir: true,
    },
  }),
);
writeTypes('dist', 'dist/cjs/types');

function writeNotices(folder: string, { output }: RolldownOutput): void {
  const modules = output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
  const packages = new Set(modules.map(packageFolderOf).filter((found) => found !== undefined));
  writeFileSync(path.join(folder, 'NOTICES.txt'), [...packages].sort().map(notice).join('\n\n'));
}

/** The folder of the installed package that a module belongs to; `undefined` for modules of this repository. */
function packageFolderOf(module: string): string | undefined {
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(module)?.[0];
}

function notice(packageFolder: string): string {
  const { name, version } = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
  };
  const file = readdirSync(packageFolder).find((candidate) => /^licen[cs]e/i.test(candidate));
  if (file === undefined || !existsSync(path.join(packageFolder, file)))
    throw new Error(`${name} has no licence file, so it cannot be bundled.`);
  return `${name} ${version}\n\n${readFileSync(path.join(packageFolder, file), 'utf8').trim()}\n`;
}

/** Writes declarations for CommonJS: those of the modules, with the extensions of CommonJS. */
function writeTypes(from: string, to: string): void {
  const names = readdirSync(from, { recursive: true, encoding: 'utf8' });
  for (const name of names.filter((candidate) => /^(?:exports|src)\/.*\.d\.ts$/.test(candidate))) {
    const text = readFileSync(path.join(from, name), 'utf8');
    const target = path.join(to, name.replace(/\.d\.ts$/, '.d.cts'));
    mkdirSync(path.dirname(target), { recursive: true });
    const local = text.replaceAll(/((?:from|import\()\s*['"]\.[^'"]+\.)([jt]s['"])/g, '$1c$2');
    // Packages that are ES modules only: from CommonJS, even types have to be asked for as such.
    const asModules = local.replaceAll(
      /^(import type .* from '(?:@semblance|msw)\/?[^']*');$/gm,
      "$1 with { 'resolution-mode': 'import' };",
    );
    writeFileSync(target, asModules);
  }
}
