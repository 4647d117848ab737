/** Environment in which onnxruntime is searched. */
export interface RuntimeSearch {
  /** As in `process.platform`. */
  readonly platform: string;
  /** As in `process.arch`. */
  readonly arch: string;
  /** Whether a package is installed where the engine can load it. */
  readonly isInstalled: (name: string) => boolean;
}

/** No onnxruntime is installed; the message says what to install. */
export class RuntimeMissingError extends Error {
  override readonly name = 'RuntimeMissingError';
}

/** The release used for weights, calibration and tests. */
const version = '1.30.0';

/** Platforms with a native library of onnxruntime, whose package npm installs with the engine. */
const nativePlatforms = new Set(['darwin-arm64', 'linux-arm64', 'linux-x64', 'win32-arm64', 'win32-x64']);

/** WebAssembly runtime: for every platform, several times slower, with outputs that differ by up to 7.2 × 10⁻⁷ (decision 11). */
const portableRuntime = 'onnxruntime-web';

function nativeRuntime({ platform, arch }: RuntimeSearch): string {
  return `@semblance/runtime-${platform}-${arch}`;
}

/**
 * The installed package to load: the platform's own, otherwise onnxruntime-node with all platforms, otherwise WebAssembly.
 * @returns undefined when none is installed; see `missingRuntime`.
 */
export function installedRuntime(search: RuntimeSearch): string | undefined {
  return [nativeRuntime(search), 'onnxruntime-node', portableRuntime].find(search.isInstalled);
}

/** Advice on what to install when there is no runtime. */
export function missingRuntime(search: RuntimeSearch): string {
  const { platform, arch } = search;
  const name = nativeRuntime(search);
  if (nativePlatforms.has(`${platform}-${arch}`))
    return `${name} is not installed: npm leaves it out when told to omit optional packages. Install it: npm install ${name}@${version}`;
  return `onnxruntime has no native library for ${platform} on ${arch}. Install the portable one: npm install ${portableRuntime}@${version}`;
}
