import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { readCommandLine } from './command-line.ts';

/**
 * Fails when package-lock.json lacks platform packages that a locked package wants. `npm install` writes such a lock
 * when a registry misses them; `npm ci` then fails on another machine.
 */
interface LockEntry {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

readCommandLine(
  'npm run lock-complete\n\nSays whether package-lock.json has the packages of every platform. It takes no options.',
);
const lock = JSON.parse(await readFile('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, LockEntry>>;
};
const locked = new Set(Object.keys(lock.packages).map((path) => path.replace(/^.*node_modules\//, '')));
const incomplete = Object.entries(lock.packages).flatMap(([path, entry]) => {
  const missing = Object.keys(entry.optionalDependencies ?? {}).filter((name) => !locked.has(name));
  return missing.length === 0 ? [] : [`${path || '(root)'} lacks ${missing.join(', ')}`];
});
if (incomplete.length > 0) {
  console.error(`package-lock.json is incomplete; pin an older version of:\n${incomplete.join('\n')}`);
  process.exit(1);
}
console.log(`lock complete: ${locked.size} packages`);
