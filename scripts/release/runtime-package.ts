import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { binaryPath, runtimePackageName } from './runtime-platforms.ts';
import type { RuntimePlatform, RuntimeSource } from './runtime-platforms.ts';

/** The JavaScript of onnxruntime-node, which loads the binary beside it. */
const scriptPattern = /\.(js|d\.ts)$/;

/** npm cannot pack links, so that macOS's library is in onnxruntime-node twice; the binding loads the one without minor version. */
const secondCopyPattern = /^libonnxruntime\.\d+\.\d+\.\d+\.dylib$/;

interface RuntimeManifestOptions {
  readonly source: RuntimeSource;
  readonly platform: RuntimePlatform;
  /** Metadata that all packages have in common: `repository`, `homepage`, `bugs`. */
  readonly common: Readonly<Record<string, unknown>>;
}

function runtimeManifest({ source, platform, common }: RuntimeManifestOptions): object {
  return {
    name: runtimePackageName(platform),
    version: source.version,
    description: `onnxruntime-node ${source.version} for ${platform.os} on ${platform.cpu} alone, without an install script.`,
    keywords: ['onnxruntime', 'semblance', platform.os, platform.cpu],
    ...common,
    license: 'MIT',
    files: ['dist', 'bin'],
    os: [platform.os],
    cpu: [platform.cpu],
    ...(platform.os === 'linux' && { libc: ['glibc'] }),
    main: './dist/index.js',
    types: './dist/index.d.ts',
    dependencies: { 'onnxruntime-common': source.version },
    publishConfig: { access: 'public', provenance: true },
  };
}

function readme({ source, platform }: RuntimeManifestOptions): string {
  return `# ${runtimePackageName(platform)}

The files of [onnxruntime-node](https://www.npmjs.com/package/onnxruntime-node) ${source.version} that ${platform.os} on ${platform.cpu} needs, unchanged:
its JavaScript and one platform's binaries, without the other platforms' and without the script that downloads CUDA at installation.
\`@semblance/engine\` installs it by itself; there is no need to name it.

onnxruntime is Microsoft's, under the MIT licence (see LICENSE).
`;
}

/** Writes one platform's package into `folder`, ready to be packed. */
export function writeRuntimePackage(folder: string, options: RuntimeManifestOptions): void {
  const { source, platform } = options;
  const binaries = binaryPath(platform);
  mkdirSync(join(folder, 'dist'), { recursive: true });
  mkdirSync(join(folder, binaries), { recursive: true });
  for (const name of readdirSync(join(source.folder, 'dist')).filter((name) => scriptPattern.test(name)))
    cpSync(join(source.folder, 'dist', name), join(folder, 'dist', name));
  for (const name of readdirSync(join(source.folder, binaries)).filter((name) => !secondCopyPattern.test(name)))
    cpSync(join(source.folder, binaries, name), join(folder, binaries, name));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(runtimeManifest(options), null, 2)}\n`);
  writeFileSync(join(folder, 'README.md'), readme(options));
  writeFileSync(join(folder, 'LICENSE'), readFileSync(new URL('onnxruntime-licence.txt', import.meta.url)));
}
