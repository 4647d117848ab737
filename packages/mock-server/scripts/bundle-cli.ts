/**
 * Writes the command line as few files: a server that is started by every test run should not have to find and read
 * hundreds of modules first. The licences of what other people wrote go along.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'rolldown';

const folder = 'dist/cli';
const { output } = await build({
  input: 'src/server/cli/main.ts',
  platform: 'node',
  external: [/^node:/, '@semblance/engine'],
  resolve: { conditionNames: ['@semblance/source', 'node', 'import', 'default'] },
  output: {
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    cleanDir: true,
  },
  logLevel: 'warn',
});

const modules = output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
const packages = new Set(modules.map(packageFolderOf).filter((found) => found !== undefined));
writeFileSync(path.join(folder, 'NOTICES.txt'), [...packages].sort().map(notice).join('\n\n'));

/** The folder of the installed package that a module belongs to; `undefined` for our own. */
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
