import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readlinkSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { repository } from './dockerfile.ts';

/**
 * A root directory in place of a base image, where no container can run: this machine's Debian, without anything of the repository or of a
 * user. `bare` has the C library alone, as distroless images have: no shell, no program.
 */
export type BaseKind = 'debian' | 'node' | 'bare';

const nodePackage = path.join(repository, `node_modules/node-linux-${process.arch}/bin/node`);

const system = [
  '/usr/bin',
  '/usr/sbin',
  '/usr/lib',
  '/usr/lib64',
  '/usr/libexec',
  '/usr/share',
  '/etc/ssl',
  '/etc/alternatives',
];

/** Folders of this machine that are mounted read-only. */
const borrowed: Readonly<Record<BaseKind, readonly string[]>> = {
  debian: [...system, '/etc/nginx'],
  node: system,
  bare: [`/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`, '/usr/lib64', '/etc/ssl'],
};
const copiedFiles = [
  '/etc/resolv.conf',
  '/etc/hosts',
  '/etc/nsswitch.conf',
  '/etc/passwd',
  '/etc/group',
  '/etc/ld.so.cache',
];

/** Whether this process may mount and change its root. */
export const canMount: boolean =
  process.getuid?.() === 0 && spawnSync('unshare', ['--mount', 'true']).status === 0 && existsSync(nodePackage);

/** Makes a root directory; nothing is mounted yet. */
export function makeRoot(root: string, kind: BaseKind): void {
  for (const folder of ['proc', 'dev', 'etc', 'usr/local/bin', 'usr/local/lib/node_modules', 'root', 'var'])
    mkdirSync(path.join(root, folder), { recursive: true });
  mkdirSync(path.join(root, 'tmp'));
  chmodSync(path.join(root, 'tmp'), 0o1777);
  for (const link of ['bin', 'sbin', 'lib', 'lib64']) symlinkSync(readlinkSync(`/${link}`), path.join(root, link));
  for (const folder of borrowed[kind]) if (existsSync(folder)) mkdirSync(path.join(root, folder), { recursive: true });
  for (const file of copiedFiles) if (existsSync(file)) cpSync(file, path.join(root, file), { dereference: true });
  if (kind === 'node') addNode(root);
}

/** Node and npm as the image has them, in /usr/local; the Node is the one that the repository runs on. */
function addNode(root: string): void {
  const local = path.join(root, 'usr/local');
  cpSync(nodePackage, path.join(local, 'bin/node'));
  const npm = path.resolve(spawnSync('npm', ['root', '--global'], { encoding: 'utf8' }).stdout.trim(), 'npm');
  cpSync(npm, path.join(local, 'lib/node_modules/npm'), { recursive: true });
  for (const name of ['npm', 'npx'])
    symlinkSync(`../lib/node_modules/npm/bin/${name}-cli.js`, path.join(local, 'bin', name));
}

/** How a command runs in a root. */
export interface RunOptions {
  readonly kind: BaseKind;
  readonly workingDirectory: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Number of a user, and of the group of the same number; 0 unless given. */
  readonly user?: number;
  /** Directories that stay writable; everything else is then read-only. */
  readonly writable?: readonly string[];
  /** A folder of this machine that is npm's cache in the root: packages that were fetched once are not fetched again. */
  readonly npmCache?: string;
  /** With nothing of a network but its own loopback, so that fixed ports are free. */
  readonly isolated?: boolean;
}

/** Where npm's cache is mounted. */
export const npmCacheFolder = '/root/.npm';

const searchPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Starts a command in a root, in namespaces of its own: whatever is mounted, and whatever still runs, is gone when it ends. */
export function startInRoot(root: string, command: readonly string[], options: RunOptions): ChildProcess {
  const { user = 0, workingDirectory, environment, isolated = false } = options;
  const namespaces = ['--mount', '--pid', '--fork', '--kill-child', ...(isolated ? ['--net'] : [])];
  const identity = user === 0 ? [] : [`--setgid=${user}`, `--setuid=${user}`];
  const enter = ['unshare', `--root=${root}`, `--wd=${workingDirectory}`, ...identity, '--', ...command];
  return spawn('unshare', [...namespaces, 'sh', '-c', mounts(root, options).join('\n'), 'sh', ...enter], {
    env: { PATH: searchPath, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Makes the root what it is to the command; ends by running it. */
function mounts(root: string, { kind, writable, npmCache, isolated = false }: RunOptions): readonly string[] {
  const inRoot = (folder: string): string => `'${root}${folder}'`;
  const folders = borrowed[kind].filter((folder) => existsSync(folder));
  const readOnly = (writable ?? []).map((folder) => `mount --bind ${inRoot(folder)} ${inRoot(folder)}`);
  return [
    'set -e',
    `mount --bind ${inRoot('')} ${inRoot('')}`,
    ...folders.map(
      (folder) => `mount --bind '${folder}' ${inRoot(folder)}; mount -o remount,bind,ro ${inRoot(folder)}`,
    ),
    ...(npmCache === undefined
      ? []
      : [`mkdir -p ${inRoot(npmCacheFolder)}`, `mount --bind '${npmCache}' ${inRoot(npmCacheFolder)}`]),
    `mount --rbind /dev ${inRoot('/dev')}`,
    `mount -t proc proc ${inRoot('/proc')}`,
    ...(writable === undefined ? [] : [...readOnly, `mount -o remount,bind,ro ${inRoot('')}`]),
    ...(isolated ? ['ip link set lo up'] : []),
    'exec "$@"',
  ];
}
