import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** A bundle, or that there can be none. */
export type BundleSize =
  | { readonly ok: true; readonly gzipBytes: number }
  | { readonly ok: false; readonly errors: number };

/** Bundles and minifies everything a package exports, on-demand parts included, into one file. */
export async function bundleSize(name: string, platform: 'browser' | 'node'): Promise<BundleSize> {
  try {
    const { outputFiles } = await build({
      stdin: {
        contents: `import * as all from '${name}'; globalThis.all = all;`,
        resolveDir: join(import.meta.dirname, '..'),
      },
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      platform,
      target: 'es2022',
      logLevel: 'silent',
    });
    return {
      ok: true,
      gzipBytes: outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0),
    };
  } catch (error) {
    return { ok: false, errors: (error as { errors?: unknown[] }).errors?.length ?? 1 };
  }
}
