#!/usr/bin/env node
import { enableCompileCache, flushCompileCache } from 'node:module';

// Compiled code is kept between runs: a mock is started again and again, and should be there at once. It is written
// early, as test runners tend to kill their servers.
enableCompileCache();
setTimeout(flushCompileCache, 1000).unref();
const { runCommand } = await import('./command.ts');
process.exitCode = await runCommand(process.argv);
