#!/usr/bin/env node
import manifest from '../../../package.json' with { type: 'json' };

const [neededMajor = 0, neededMinor = 0] = manifest.engines.node.replace('>=', '').split('.').map(Number);
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
// Check the version before loading the modules below, which older versions cannot.
if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) {
  await start();
} else {
  const needed = manifest.engines.node.replace('>=', '');
  process.stderr.write(
    `semblance-mock needs Node ${needed} or later; this is ${process.versions.node}. Get it from https://nodejs.org or your version manager.\n`,
  );
  process.exitCode = 1;
}

/**
 * Starts the command with a cache of compiled code, because a mock is started often and should be ready at once. The cache is written
 * early, as test runners tend to kill their servers. Node 20 has no such cache.
 */
async function start(): Promise<void> {
  const module = await import('node:module');
  if ('enableCompileCache' in module) {
    module.enableCompileCache();
    setTimeout(module.flushCompileCache, 1000).unref();
  }
  const { runCommand } = await import('./command.ts');
  process.exitCode = await runCommand(process.argv);
}
