import { execFileSync } from 'node:child_process';
import { cpSync, lstatSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from './dockerfile.ts';

/** Copies what `COPY . .` sends to a build: the repository's files but what the Dockerfile's own ignore file leaves out. */
export function copyContext(dockerfile: string, destination: string): void {
  const isIgnored = ignored(`${dockerfile}.dockerignore`);
  // What git does not know of is not part of the repository; what it knows of may be gone.
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: repository,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  }).split('\0');
  for (const file of files) {
    const source = path.join(repository, file);
    if (file === '' || isIgnored(file) || lstatSync(source, { throwIfNoEntry: false }) === undefined) continue;
    mkdirSync(path.dirname(path.join(destination, file)), { recursive: true });
    cpSync(source, path.join(destination, file));
  }
}

/** The two forms that are used here: a name at the root, and one at any depth. */
function ignored(file: string): (name: string) => boolean {
  const lines = readFileSync(path.join(repository, file), 'utf8').split('\n').filter(Boolean);
  return (name) => {
    const parts = name.split('/');
    return lines.some((line) => (line.startsWith('**/') ? parts.includes(line.slice(3)) : parts[0] === line));
  };
}
