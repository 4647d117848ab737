import { existsSync } from 'node:fs';
import path from 'node:path';

/** Folder of this package, for sources and built files alike. Throws when the package is incomplete. */
export function packageFolder(): string {
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'package.json'))) return folder;
    if (path.dirname(folder) === folder)
      throw new Error('@semblance/engine is incomplete: its package.json is missing, install it again');
  }
}

/** Folder of the default network, shipped with the published package and built in a checkout. */
export function defaultModelDirectory(): string {
  return path.join(packageFolder(), 'model');
}
