import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Paths of the files without a byte below a folder, relative to it. */
export function emptyFiles(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return entries.filter((entry) => {
    const found = statSync(path.join(folder, entry));
    return found.isFile() && found.size === 0;
  });
}
