import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What an installation leaves on disk. */
export interface InstallSize {
  readonly bytes: number;
  readonly packages: number;
}

/** Installs a package (name and version, or an archive) into an empty folder and measures what is there. */
export async function installSize(specifier: string): Promise<InstallSize> {
  const directory = await mkdtemp(join(tmpdir(), 'semblance-'));
  try {
    await writeFile(join(directory, 'package.json'), '{"private":true}');
    await run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--omit=peer', specifier], {
      cwd: directory,
    });
    const { stdout } = await run('npm', ['ls', '--all', '--parseable'], { cwd: directory });
    return { bytes: await bytesIn(join(directory, 'node_modules')), packages: stdout.trim().split('\n').length - 1 };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Packs the built client. @returns the archive's path. */
export async function packClient(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'semblance-'));
  const client = join(import.meta.dirname, '..', '..', '..', 'packages', 'client');
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', directory], { cwd: client });
  return join(directory, (await readdir(directory))[0] ?? '');
}

async function bytesIn(directory: string): Promise<number> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
