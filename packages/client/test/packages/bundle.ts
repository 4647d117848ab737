import { execFile } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Input and output of a bundler. */
export interface BundleTask {
  /** Folder in which the bundlers are installed. */
  readonly tools: string;
  readonly project: string;
  readonly entry: string;
  readonly target: 'node' | 'web';
  readonly outDir: string;
}

/** Result of a bundler. */
export interface Bundle {
  /** Warnings and errors; none are expected. */
  readonly complaints: readonly string[];
  readonly file: string;
}

/** The part of esbuild used here; its own types would be a dependency of this package. */
interface Esbuild {
  readonly build: (options: object) => Promise<Record<'warnings' | 'errors', { readonly text: string }[]>>;
}

interface Rollup {
  readonly rollup: (options: {
    readonly input: string;
    readonly external: RegExp;
    readonly plugins: readonly unknown[];
    readonly onwarn: (warning: { readonly message: string }) => void;
  }) => Promise<{ readonly write: (options: object) => Promise<unknown> }>;
}

interface Vite {
  readonly build: (options: object) => Promise<unknown>;
}

/** Bundlers by name, each configured as in its documentation. */
export const bundlers: Readonly<Record<string, (task: BundleTask) => Promise<Bundle>>> = {
  webpack: (task) => withWebpack('webpack', task),
  rspack: (task) => withWebpack('@rspack/core', task),
  esbuild: async ({ tools, project, entry, target, outDir }) => {
    const esbuild = toolOf(tools, 'esbuild') as Esbuild;
    const result = await esbuild.build({
      absWorkingDir: project,
      entryPoints: [entry],
      bundle: true,
      minify: true,
      splitting: true,
      format: 'esm',
      platform: target === 'node' ? 'node' : 'browser',
      outdir: outDir,
      outExtension: { '.js': '.mjs' },
      logLevel: 'silent',
    });
    return {
      complaints: [...result.warnings, ...result.errors].map(({ text }) => text),
      file: join(outDir, entry),
    };
  },
  rollup: async ({ tools, project, entry, target, outDir }) => {
    const { rollup } = toolOf(tools, 'rollup') as Rollup;
    const { nodeResolve } = toolOf(tools, '@rollup/plugin-node-resolve') as { nodeResolve: (options: object) => never };
    const complaints: string[] = [];
    const bundle = await rollup({
      input: join(project, entry),
      external: /^node:/,
      plugins: [nodeResolve(target === 'node' ? { exportConditions: ['node'] } : { browser: true })],
      onwarn: ({ message }) => complaints.push(message),
    });
    await bundle.write({ dir: outDir, format: 'esm', entryFileNames: '[name].mjs' });
    return { complaints, file: join(outDir, entry) };
  },
  vite: async ({ tools, project, entry, target, outDir }) => {
    const { build } = (await import(join(tools, 'node_modules', 'vite', 'dist', 'node', 'index.js'))) as Vite;
    const complaints: string[] = [];
    const complain = (message: string): void => void complaints.push(message);
    await build({
      root: project,
      configFile: false,
      customLogger: {
        info: () => {},
        warn: complain,
        warnOnce: complain,
        error: complain,
        clearScreen: () => {},
        hasErrorLogged: () => false,
        hasWarned: false,
      },
      ...(target === 'node' ? { ssr: { noExternal: true } } : {}),
      build: {
        outDir,
        emptyOutDir: true,
        modulePreload: false,
        ...(target === 'node' ? { ssr: entry } : {}),
        rolldownOptions: {
          input: join(project, entry),
          output: { entryFileNames: '[name].mjs' },
        },
      },
    });
    return { complaints, file: join(outDir, entry) };
  },
};

function toolOf(tools: string, name: string): unknown {
  return createRequire(join(tools, 'package.json'))(name);
}

interface WebpackStats {
  readonly toJson: (options: object) => Record<'warnings' | 'errors', { message: string }[]>;
}

type WebpackLike = (options: object, done: (error: Error | null, stats?: WebpackStats) => void) => unknown;

async function withWebpack(name: string, task: BundleTask): Promise<Bundle> {
  const { tools, project, entry, target, outDir } = task;
  const loaded = toolOf(tools, name) as WebpackLike & { rspack?: WebpackLike };
  const options = {
    context: project,
    mode: 'production',
    target: target === 'node' ? 'node20' : 'web',
    entry: `./${entry}`,
    experiments: { outputModule: true },
    output: { path: outDir, filename: 'bundle.mjs', module: true, chunkFormat: 'module', chunkLoading: 'import' },
    performance: false,
  };
  const stats = await new Promise<WebpackStats | undefined>((resolve, reject) => {
    (loaded.rspack ?? loaded)(options, (error, result) => (error === null ? resolve(result) : reject(error)));
  });
  const { warnings = [], errors = [] } = stats?.toJson({ all: false, warnings: true, errors: true }) ?? {};
  return { complaints: [...warnings, ...errors].map(({ message }) => message), file: join(outDir, 'bundle.mjs') };
}

/** Bundles with Bun's own bundler. */
export async function withBun(bun: string, { project, entry, target, outDir }: BundleTask): Promise<Bundle> {
  const args = ['build', entry, '--outdir', outDir, '--target', target === 'node' ? 'node' : 'browser'];
  const { stderr } = await run(bun, args, { cwd: project });
  const file = (await readdir(outDir)).find((name) => name.endsWith('.js')) ?? '';
  return { complaints: stderr.trim() === '' ? [] : [stderr], file: join(outDir, file) };
}

/** Bundles with Deno, which keeps what it needs itself in the folder `cache`. */
export async function withDeno(deno: string, cache: string, task: BundleTask): Promise<Bundle> {
  const file = join(task.outDir, task.entry);
  const platform = task.target === 'node' ? 'deno' : 'browser';
  const args = ['bundle', '--node-modules-dir=manual', '--platform', platform, '-o', file, task.entry];
  const environment = { ...process.env, DENO_DIR: cache, DENO_NO_UPDATE_CHECK: '1', NO_COLOR: '1' };
  const { stderr } = await run(deno, args, { cwd: task.project, env: environment });
  const lines = stderr.split('\n').filter((line) => !line.includes('deno bundle is experimental'));
  return { complaints: lines.filter((line) => /warning|error|⚠/iu.test(line)), file };
}

/** Bundles a worker with Cloudflare's tool, without publishing it. */
export async function withWrangler({ tools, project, entry, outDir }: Omit<BundleTask, 'target'>): Promise<Bundle> {
  await mkdir(outDir, { recursive: true });
  const configuration = join(project, 'wrangler.json');
  await writeFile(
    configuration,
    JSON.stringify({ name: 'compare', main: entry, compatibility_date: '2026-01-01', send_metrics: false }),
  );
  const args = ['deploy', '--dry-run', '--outdir', outDir, '--config', configuration];
  const environment = { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: '1', NO_COLOR: '1', HOME: project };
  const { stdout, stderr } = await run(
    process.execPath,
    [join(tools, 'node_modules', 'wrangler', 'bin', 'wrangler.js'), ...args],
    { cwd: project, env: environment },
  );
  const complaints = `${stdout}\n${stderr}`.split('\n').filter((line) => /warning|error/i.test(line));
  return { complaints, file: join(outDir, entry.replace(/\.mjs$/, '.js')) };
}
