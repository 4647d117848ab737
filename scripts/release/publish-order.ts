import type { PackageManifest } from './package-manifest.ts';

/** A package and what it needs. */
interface Ordered {
  readonly name: string;
  readonly manifest: Pick<PackageManifest, 'dependencies' | 'optionalDependencies'>;
}

/**
 * Sorts packages so that each comes after those it depends on: whoever installs while a release is under way finds everything.
 * @throws {Error} when two packages depend on each other.
 */
export function publishOrder<Entry extends Ordered>(entries: readonly Entry[]): readonly Entry[] {
  const needs = ({ manifest }: Entry): readonly string[] =>
    Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies });
  const sorted: Entry[] = [];
  let waiting = entries;
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ name }) => name));
    const ready = waiting.filter((entry) => !needs(entry).some((name) => names.has(name)));
    if (ready.length === 0) throw new Error(`These packages depend on each other: ${[...names].join(', ')}`);
    sorted.push(...ready);
    waiting = waiting.filter((entry) => !ready.includes(entry));
  }
  return sorted;
}
