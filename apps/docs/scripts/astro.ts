import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { emptyFiles } from './empty-files.ts';

const engine = path.join(import.meta.dirname, '../../../packages/engine');

function runNode(script: string, commandLine: readonly string[]): number {
  const { status } = spawnSync(process.execPath, ['--conditions=@semblance/source', script, ...commandLine], {
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  return status ?? 1;
}

/** Converts the engine's network, which the console runs in the page, if its file is missing. */
function ensureModel(): number {
  if (existsSync(path.join(engine, 'model/mobilenet-v2-mid.onnx'))) return 0;
  return runNode(path.join(engine, '../../tools/model/write-model.ts'), []);
}

/** Runs Astro on the workspace's sources, without its telemetry. */
function runAstro(commandLine: readonly string[]): number {
  const manifestPath = createRequire(import.meta.url).resolve('astro/package.json');
  return runNode(path.join(path.dirname(manifestPath), 'bin', 'astro.mjs'), commandLine);
}

/**
 * Builds the site. Pagefind may end before the last of its files is written, and with an empty one a language has no search: it is built once more
 * then.
 */
function build(commandLine: readonly string[], attempts = 2): number {
  const status = runAstro(commandLine);
  if (status !== 0) return status;
  const empty = emptyFiles(path.join(import.meta.dirname, '../dist/pagefind'));
  if (empty.length === 0) return 0;
  console.error(`The search index is not whole; empty: ${empty.join(', ')}`);
  return attempts > 1 ? build(commandLine, attempts - 1) : 1;
}

const commandLine = process.argv.slice(2);
process.exitCode = ensureModel() || (commandLine[0] === 'build' ? build(commandLine) : runAstro(commandLine));
