import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packedFiles, packFolder } from './npm-pack.ts';
import type { PackageManifest } from './package-manifest.ts';
import { publishedPackages, readManifest } from './published-packages.ts';
import type { PublishedPackage } from './published-packages.ts';
import { writeRuntimePackage } from './runtime-package.ts';
import { runtimePackageName, runtimePlatforms, runtimeSource } from './runtime-platforms.ts';
import type { RuntimePlatform, RuntimeSource } from './runtime-platforms.ts';
import { stagedManifest } from './staged-manifest.ts';

/** What to pack, and where to. */
export interface PackOptions {
  /** The repository. */
  readonly root: string;
  /** Absolute path of the folder for the tarballs; made when missing. */
  readonly destination: string;
  /** Platforms whose runtime is packed too. */
  readonly platforms: readonly RuntimePlatform[];
  /** Names of the packages to pack; default: all. */
  readonly only?: readonly string[];
}

/** A packed package. */
export interface Tarball {
  readonly name: string;
  readonly version: string;
  /** Absolute path. */
  readonly path: string;
  /** As in the tarball. */
  readonly manifest: PackageManifest;
}

const engineName = '@semblance/engine';

/** The engine's native runtime comes as one package a platform; npm installs the one that fits, and no other. */
function withRuntimes(manifest: PackageManifest, source: RuntimeSource): PackageManifest {
  if (manifest.name !== engineName) return manifest;
  const names = runtimePlatforms(source).map(runtimePackageName);
  return { ...manifest, optionalDependencies: Object.fromEntries(names.map((name) => [name, source.version])) };
}

function stagePackage({ folder, manifest }: PublishedPackage, stage: string): void {
  const files = packedFiles(folder);
  for (const file of files) {
    mkdirSync(dirname(join(stage, file)), { recursive: true });
    cpSync(join(folder, file), join(stage, file));
  }
  const staged = stagedManifest(withRuntimes(manifest, runtimeSource()), new Set(files));
  writeFileSync(join(stage, 'package.json'), `${JSON.stringify(staged, null, 2)}\n`);
}

/** Puts a package together in a folder. */
type Stage = (folder: string) => void;

function runtimeStages(platforms: readonly RuntimePlatform[], packages: readonly PublishedPackage[]): readonly Stage[] {
  const source = runtimeSource();
  const engine = packages.find(({ manifest }) => manifest.name === engineName)?.manifest;
  const common = { homepage: engine?.['homepage'], bugs: engine?.['bugs'], repository: engine?.['repository'] };
  return platforms.map((platform) => (folder) => writeRuntimePackage(folder, { source, platform, common }));
}

function packStage(stage: Stage, destination: string): Tarball {
  const folder = mkdtempSync(join(tmpdir(), 'semblance-pack-'));
  try {
    stage(folder);
    const manifest = readManifest(folder);
    const { name, version } = manifest;
    return { name, version, path: join(destination, packFolder(folder, destination)), manifest };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Packs every published package as it goes to npm, and the runtimes of the given platforms. The packages have to be built.
 * The working tree is not touched: each package is put together in a temporary folder.
 * @throws {Error} when a package was not built.
 */
export function packAll({ root, destination, platforms, only }: PackOptions): readonly Tarball[] {
  const packages = publishedPackages(root).filter(({ manifest }) => only?.includes(manifest.name) ?? true);
  mkdirSync(destination, { recursive: true });
  return [
    ...runtimeStages(platforms, packages),
    ...packages.map((entry) => (folder: string) => stagePackage(entry, folder)),
  ].map((stage) => packStage(stage, destination));
}
