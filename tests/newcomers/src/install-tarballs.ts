import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packAll } from '../../../scripts/release/pack-all.ts';
import type { Tarball } from '../../../scripts/release/pack-all.ts';
import { ownPlatform, runtimeSource } from '../../../scripts/release/runtime-platforms.ts';
import { root } from './repository.ts';

const run = promisify(execFile);

/** Everything that is published, installed together. */
export interface Installation {
  readonly folder: string;
  readonly tarballs: readonly Tarball[];
}

/**
 * Packs what is published and installs all of it into one empty folder with what else READMEs say to install, install scripts allowed, as a user's npm does. Nothing
 * but the registry has to be reachable.
 */
export async function installTarballs(companions: readonly string[]): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), 'semblance-packed-'));
  const platforms = ownPlatform(runtimeSource());
  const tarballs = packAll({ root, destination: join(folder, 'tarballs'), platforms });
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  const paths = tarballs.map(({ path }) => path);
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', ...paths, ...companions], {
    cwd: folder,
  });
  return { folder, tarballs };
}
