import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackageManifest } from './package-manifest.ts';

/** A workspace that goes to npm. */
export interface PublishedPackage {
  /** Absolute path. */
  readonly folder: string;
  readonly manifest: PackageManifest;
}

/** Reads a folder's `package.json`. */
export function readManifest(folder: string): PackageManifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageManifest;
}

/** The contract and every package that is not private, in the order of their names. */
export function publishedPackages(root: string): readonly PublishedPackage[] {
  const packages = readdirSync(join(root, 'packages')).map((name) => join(root, 'packages', name));
  return [join(root, 'spec'), ...packages]
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .map((folder) => ({ folder, manifest: readManifest(folder) }))
    .filter(({ manifest }) => manifest.private !== true);
}
