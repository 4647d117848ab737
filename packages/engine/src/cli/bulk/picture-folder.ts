import { readdir } from 'node:fs/promises';
import path from 'node:path';

/**
 * All files below a folder, in the order of their names, folders below it included; what begins with a dot is left out, and links are
 * not followed. @returns paths relative to the folder, with `/`
 */
export async function listFolder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  const seen = files
    .map((file) => file.split(path.sep))
    .filter((parts) => parts.every((part) => !part.startsWith('.')));
  return seen.map((parts) => parts.join('/')).toSorted(byName);
}

function byName(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
