import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installClient, installOnce } from '../runtimes/install-client.ts';

const cache = join(import.meta.dirname, '..', '..', '.cache', 'packages');

/** Installs tools that several projects share. @returns the folder. */
export async function installTools(name: 'tools' | 'next'): Promise<string> {
  const versions = JSON.parse(await readFile(join(import.meta.dirname, 'tools.json'), 'utf8')) as Readonly<
    Record<string, Readonly<Record<string, string>>>
  >;
  const directory = join(cache, name);
  await installOnce(directory, versions[name] ?? {});
  return directory;
}

/** Makes a project with only the packed client, from which no optional peer can be resolved. @returns its folder. */
export async function emptyProject(files: Readonly<Record<string, string>>): Promise<string> {
  const directory = await installClient();
  for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), text);
  return directory;
}

/** Adds the packed client to a project that contains its tools. */
export async function addClient(directory: string): Promise<void> {
  const packed = join(await installClient(), 'node_modules', '@semblance');
  const target = join(directory, 'node_modules', '@semblance');
  await rm(target, { recursive: true, force: true });
  await cp(packed, target, { recursive: true });
}
