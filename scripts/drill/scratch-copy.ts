import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the drill needs of the repository. */
const folders = [
  'spec',
  'packages/signing',
  'packages/wire',
  'packages/picture',
  'packages/client',
  'packages/mock-server',
  'packages/engine',
];
const files = ['package.json', 'tsconfig.base.json'];
/** Neither sources nor needed: builds, caches, evaluation pictures. */
const skipped = new Set(['node_modules', 'dist', '.cache', '.turbo', 'eval', 'bench', 'calibration']);

/** A copy of the sources in a temporary folder, with the repository's installed packages linked in. Remove it with `remove`. */
export async function createScratchCopy(
  repository: string,
): Promise<{ readonly directory: string; readonly remove: () => Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'semblance-drill-'));
  for (const folder of folders) await copyFolder(repository, directory, folder);
  for (const file of files) await cp(join(repository, file), join(directory, file));
  await linkPackages(repository, directory);
  return { directory, remove: () => rm(directory, { recursive: true, force: true }) };
}

async function copyFolder(repository: string, directory: string, folder: string): Promise<void> {
  const filter = (source: string): boolean => !skipped.has(source.split('/').at(-1) ?? '');
  await cp(join(repository, folder), join(directory, folder), { recursive: true, filter });
  const own = await entries(join(repository, folder, 'node_modules'));
  if (own.length === 0) return;
  await symlink(join(repository, folder, 'node_modules'), join(directory, folder, 'node_modules'));
}

/** Links every installed package; those of the workspace lead to the copy. */
async function linkPackages(repository: string, directory: string): Promise<void> {
  const target = join(directory, 'node_modules');
  await mkdir(join(target, '@semblance'), { recursive: true });
  for (const name of await entries(join(repository, 'node_modules')))
    if (name !== '@semblance') await symlink(join(repository, 'node_modules', name), join(target, name));

  for (const folder of folders)
    await symlink(join(directory, folder), join(target, '@semblance', folder.replace('packages/', '')));
}

async function entries(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch {
    return [];
  }
}
