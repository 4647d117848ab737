import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../../packages/engine/test/service/support/ports.ts';
import { codeBlocks } from '../src/code-blocks.ts';
import { installTarballs } from '../src/install-tarballs.ts';
import type { Installation } from '../src/install-tarballs.ts';
import { installedNames, readmeScript, withPorts } from '../src/readme-script.ts';
import { readText, root } from '../src/repository.ts';

const paths = [
  'spec',
  'packages/client',
  'packages/engine',
  'packages/mock-server',
  'packages/picture',
  'packages/signing',
  'packages/wire',
];

let installation: Installation;
beforeAll(async () => {
  const named = paths.flatMap((path) => installedNames(codeBlocks(readText(`${path}/README.md`))));
  installation = await installTarballs(named.filter((name) => !name.startsWith('@semblance/')));
});
afterAll(() => rm(installation.folder, { recursive: true }));

/** A project that the packages are installed in, with the two pictures and the table that READMEs speak of. */
async function readerFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(installation.folder, `${name}-`));
  await symlink(join(installation.folder, 'node_modules'), join(folder, 'node_modules'));
  for (const copy of ['a.jpg', 'b.jpg']) await copyFile(join(root, 'examples/mug-daily-front.jpg'), join(folder, copy));
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  await writeFile(join(folder, 'pairs.csv'), 'primary,secondary\na.jpg,b.jpg\n');
  return folder;
}

/** Runs the commands; what they print is of use when one of them fails. */
async function runScript(folder: string): Promise<{ readonly code: number; readonly output: string }> {
  const node = dirname(process.execPath);
  // No settings and no package may come from elsewhere: the test has to fail for lack of what a tarball lacks.
  const env = {
    PATH: `${node}:${process.env['PATH']}`,
    HOME: folder,
    npm_config_yes: 'false',
    npm_config_offline: 'true',
  };
  const shell = spawn('bash', ['commands.sh'], { cwd: folder, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [shell.stdout, shell.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const [code] = (await once(shell, 'close')) as [number];
  return { code, output };
}

const serve = 'npx @semblance/engine serve --allow-anonymous --port 8080';

/** What a reader has done before: the client's commands need a server, as its README says. */
const before: Readonly<Record<string, string>> = {
  'packages/client': `\`\`\`sh\n${serve}\n\`\`\`\n`,
};

test.each(paths)('the commands of %s run where only the packages are installed', async (path) => {
  const folder = await readerFolder(path.replace('/', '-'));
  const blocks = codeBlocks(`${before[path] ?? ''}${readText(`${path}/README.md`)}`);
  const ports = new Map([
    ['8080', await freePort()],
    ['4010', await freePort()],
    ['9090', await freePort()],
  ]);
  for (const { file, code } of blocks)
    if (file !== undefined) await writeFile(join(folder, file), withPorts(code, ports));
  await writeFile(join(folder, 'commands.sh'), withPorts(readmeScript(blocks), ports));
  const outcome = await runScript(folder);
  expect(outcome.code === 0 ? 'every command ended with 0' : outcome.output).toBe('every command ended with 0');
});

/** Install scripts that download nothing: they look whether a prebuilt file is there, or copy one. */
const harmless = new Set(['node_modules/msgpackr-extract', 'node_modules/msw']);

test('what is installed has no install script that downloads, and one platform’s runtime', async () => {
  const { default: lock } = (await import(join(installation.folder, 'node_modules/.package-lock.json'), {
    with: { type: 'json' },
  })) as { default: { packages: Record<string, { hasInstallScript?: boolean }> } };
  const names = Object.keys(lock.packages);
  const scripted = names.filter((name) => lock.packages[name]?.hasInstallScript === true);
  expect(scripted.filter((name) => !harmless.has(name))).toEqual([]);
  expect(names.filter((name) => name.includes('/runtime-'))).toEqual([
    `node_modules/@semblance/runtime-${process.platform}-${process.arch}`,
  ]);
  expect(names.filter((name) => name.includes('onnxruntime-node'))).toEqual([]);
});
