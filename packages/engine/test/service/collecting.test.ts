import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSandbox, runProgram } from './support/program.ts';
import type { Program, Sandbox } from './support/program.ts';

let sandbox: Sandbox;
let program: Program | undefined;
beforeEach(async () => {
  sandbox = await openSandbox();
});
afterEach(async () => {
  program?.child.kill('SIGTERM');
  await program?.ended;
  await sandbox.remove();
});

/** V8's tag of all its flags in a process that was started with these. */
function tagWith(...flags: readonly string[]): string {
  const program = [...flags, '--print', "require('node:v8').cachedDataVersionTag()"];
  return execFileSync(process.execPath, program, { encoding: 'utf8' }).trim();
}

test('the process that serves and its workers let their heaps grow to four times of what is alive', async () => {
  const config = path.join(sandbox.home, 'engine.json');
  const told = ['NODE_OPTIONS', 'SEMBLANCE_TEST_FLAGS'];
  await writeFile(config, JSON.stringify({ limits: { workers: 1, workerEnvironment: told } }));
  program = runProgram(['serve', '--port', '0', '--config', config], sandbox, {
    NODE_OPTIONS: `--import=${pathToFileURL(path.join(import.meta.dirname, 'support/tell-flags.ts')).href}`,
    SEMBLANCE_TEST_FLAGS: sandbox.temporary,
  });
  await program.said(/Semblance engine on/);
  const tagOf = async (name: string): Promise<string> =>
    readFile(path.join(sandbox.temporary, name), 'utf8').catch(() => 'not told');
  const wanted = tagWith('--heap-growing-percent=300');
  expect(wanted).not.toBe(tagWith());
  await expect.poll(() => tagOf('main.ts'), { timeout: 20_000 }).toBe(wanted);
  await expect.poll(() => tagOf('worker-main.ts'), { timeout: 20_000 }).toBe(wanted);
});
