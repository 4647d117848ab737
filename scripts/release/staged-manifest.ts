import type { ExportTarget, PackageManifest } from './package-manifest.ts';

/** Fields that mean something in this repository only. */
const repositoryOnly = new Set(['devDependencies', 'scripts', 'size-limit']);

function isPacked(target: string, files: ReadonlySet<string>): boolean {
  const path = target.replace(/^\.\//, '');
  if (!path.includes('*')) return files.has(path);
  const [start = '', end = ''] = path.split('*');
  return [...files].some((file) => file.startsWith(start) && file.endsWith(end));
}

/** Names the sources, which Node cannot run from `node_modules`. */
const sourceCondition = '@semblance/source';

/** A target without the conditions whose files are not packed; `undefined` when nothing is left. */
function packedTarget(target: ExportTarget, files: ReadonlySet<string>): ExportTarget | undefined {
  if (target === null) return null;
  if (typeof target === 'string') return isPacked(target, files) ? target : undefined;
  const kept = Object.entries(target).flatMap(([condition, inner]) => {
    const packed = condition === sourceCondition ? undefined : packedTarget(inner, files);
    return packed === undefined ? [] : [[condition, packed] as const];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/**
 * The manifest that is published: without what only this repository uses, and without conditions that name its sources or
 * files the tarball does not hold.
 * @param files paths in the tarball, relative to its root, with forward slashes.
 * @throws {Error} when `exports` would become empty: the package was not built.
 */
export function stagedManifest(manifest: PackageManifest, files: ReadonlySet<string>): PackageManifest {
  const kept = Object.fromEntries(Object.entries(manifest).filter(([key]) => !repositoryOnly.has(key)));
  const maps = (['exports', 'imports'] as const).flatMap((field) => {
    const target = manifest[field];
    if (target === undefined) return [];
    const packed = packedTarget(target, files);
    if (packed === undefined)
      throw new Error(`${manifest.name}: no file of "${field}" exists. Run npm run build first.`);
    return [[field, packed] as const];
  });
  return { ...kept, ...Object.fromEntries(maps), name: manifest.name, version: manifest.version };
}
