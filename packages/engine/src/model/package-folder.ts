import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Folder of this package, for sources and built files alike. Throws when the package is incomplete. */
export function packageFolder(): string {
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'package.json'))) return folder;
    if (path.dirname(folder) === folder)
      throw new Error('@semblance/engine is incomplete: its package.json is missing, install it again');
  }
}

/** Version of this package. */
export function packageVersion(): string {
  const manifest = JSON.parse(readFileSync(path.join(packageFolder(), 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
}

/** Folder of the default network, shipped with the published package and built in a checkout. */
export function defaultModelDirectory(): string {
  return path.join(packageFolder(), 'model');
}
