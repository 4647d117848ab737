import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const source = /\.(?:ts|mts|mjs|astro)$/;
/** Tests may look anywhere. */
const left = /\.test(?:-d)?\.ts$/;
const skippedFolders = new Set(['test', 'node_modules', 'dist', 'generated', '.cache', '.astro', '.turbo']);
const importPattern = /(?:from|import)\s*\(?\s*'(?<specifier>\.[^'?]+)(?:\?[^']*)?'/g;

/** The files that each source file imports by a relative path, both from the root of the repository. Types count. */
export function importsBelow(repository: string, folders: readonly string[]): Map<string, string[]> {
  const files = folders.flatMap((folder) => sourcesBelow(repository, folder));
  const known = new Set(files);
  return new Map(
    files.map((file) => {
      const text = readFileSync(path.join(repository, file), 'utf8');
      const targets = [...text.matchAll(importPattern)].map(({ groups }) =>
        path.posix.join(path.posix.dirname(file), groups?.['specifier'] ?? ''),
      );
      return [file, targets.filter((target) => known.has(target))];
    }),
  );
}

function sourcesBelow(repository: string, folder: string): string[] {
  return readdirSync(path.join(repository, folder), { withFileTypes: true }).flatMap((entry) => {
    const place = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : sourcesBelow(repository, place);
    return source.test(entry.name) && !left.test(entry.name) ? [place] : [];
  });
}
