import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Runs Astro on the workspace's sources, without its telemetry, whatever the shell. */
function runAstro(commandLine: readonly string[]): number {
  const manifestPath = createRequire(import.meta.url).resolve('astro/package.json');
  const astro = path.join(path.dirname(manifestPath), 'bin', 'astro.mjs');
  const { status } = spawnSync(process.execPath, ['--conditions=@semblance/source', astro, ...commandLine], {
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  return status ?? 1;
}

process.exitCode = runAstro(process.argv.slice(2));
