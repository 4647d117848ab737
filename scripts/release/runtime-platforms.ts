import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';

/** A platform that onnxruntime-node brings binaries for. */
export interface RuntimePlatform {
  /** As in `process.platform`. */
  readonly os: string;
  /** As in `process.arch`. */
  readonly cpu: string;
}

/** Where onnxruntime-node lies, and its version. */
export interface RuntimeSource {
  readonly folder: string;
  readonly version: string;
}

/** The onnxruntime-node that `npm ci` installed: its tarball holds the binaries of all platforms. */
export function runtimeSource(): RuntimeSource {
  const entry = createRequire(import.meta.url).resolve('onnxruntime-node/package.json');
  const { version } = JSON.parse(readFileSync(entry, 'utf8')) as { readonly version: string };
  return { folder: dirname(entry), version };
}

/** Where the binaries of a platform lie below onnxruntime-node. */
export function binaryPath({ os, cpu }: RuntimePlatform): string {
  return join('bin', 'napi-v6', os, cpu);
}

/** Every platform there are binaries for. */
export function runtimePlatforms(source: RuntimeSource): readonly RuntimePlatform[] {
  const root = join(source.folder, 'bin', 'napi-v6');
  return readdirSync(root).flatMap((os) => readdirSync(join(root, os)).map((cpu) => ({ os, cpu })));
}

/** `@semblance/runtime-linux-x64` and so on; `packages/engine/src/model/onnx-runtime.ts` looks for this name. */
export function runtimePackageName({ os, cpu }: RuntimePlatform): string {
  return `@semblance/runtime-${os}-${cpu}`;
}

/** The platform this process runs on, when there are binaries for it. */
export function ownPlatform(source: RuntimeSource): readonly RuntimePlatform[] {
  return runtimePlatforms(source).filter(({ os, cpu }) => os === process.platform && cpu === process.arch);
}
