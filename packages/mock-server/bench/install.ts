import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Contender } from './contenders.ts';

const run = promisify(execFile);
const repository = path.resolve(import.meta.dirname, '../../..');
const workspaces = ['spec', 'packages/wire', 'packages/picture', 'packages/signing', 'packages/mock-server'];

/** An installed contender. */
export interface Installed {
  readonly contender: Contender;
  readonly folder: string;
  readonly megabytes: number;
  readonly packages: number;
}

/** Installs a contender into a temporary folder and measures time and size. */
export async function install(contender: Contender): Promise<Installed> {
  const folder = await mkdtemp(path.join(tmpdir(), 'semblance-bench-'));
  const { dependencies, program } = contender;
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  const names =
    dependencies === 'packs'
      ? await pack(folder)
      : Object.entries(dependencies).map(([name, version]) => `${name}@${version}`);
  await run('npm', ['install', '--omit=peer', '--no-audit', '--no-fund', '--ignore-scripts', ...names], {
    cwd: folder,
  });
  if (program !== undefined) {
    await copyFile(path.join(import.meta.dirname, 'contenders', program), path.join(folder, 'program.mjs'));
    await copyFile(path.join(import.meta.dirname, 'contenders/serve.mjs'), path.join(folder, 'serve.mjs'));
  }
  const { stdout } = await run('npm', ['ls', '--all', '--parseable'], { cwd: folder }).catch(
    (error: { stdout: string }) => error,
  );
  const bytes = await folderBytes(path.join(folder, 'node_modules'));
  return { contender, folder, megabytes: bytes / 1e6, packages: stdout.trim().split('\n').length - 1 };
}

async function pack(folder: string): Promise<string[]> {
  const packs = path.join(folder, 'packs');
  await mkdir(packs);
  const filters = workspaces.flatMap((workspace) => ['-w', workspace]);
  await run('npm', ['pack', '--pack-destination', packs, ...filters], { cwd: repository });
  return (await readdir(packs)).map((name) => path.join(packs, name));
}

/** Sum of file sizes, independent of the file system's block size. */
async function folderBytes(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(
    names.map(async (name) => {
      const facts = await stat(path.join(folder, name)).catch(() => undefined);
      return facts?.isFile() === true ? facts.size : 0;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
