import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The repository's root. */
export const root: string = resolve(import.meta.dirname, '../../..');

/** Reads a text file; `path` is relative to the root. */
export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
