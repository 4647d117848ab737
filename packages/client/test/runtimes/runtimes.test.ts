import { execFile } from 'node:child_process';
import { copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { examplePath } from '../slow/example-picture.ts';
import { startMock } from '../slow/start-server.ts';
import type { ServerProcess } from '../slow/start-server.ts';
import { denoIn, installClient, installRuntimes } from './install-client.ts';

const run = promisify(execFile);
const pictures = [examplePath('mug-daily-front.jpg'), examplePath('mug-daily-left.jpg')];
let server: ServerProcess;
let directory: string;
let runtimes: string | undefined;

beforeAll(async () => {
  [server, directory, runtimes] = await Promise.all([startMock(), installClient(), installRuntimes()]);
  await copyFile(join(import.meta.dirname, 'smoke.mjs'), join(directory, 'smoke.mjs'));
}, 300_000);
afterAll(() => server[Symbol.asyncDispose]());

const lines: [string, () => string | undefined, string[]][] = [
  ['this Node', () => process.execPath, []],
  ['Node 20', () => runtimes && join(runtimes, 'node20/bin/node'), []],
  ['Node 22', () => runtimes && join(runtimes, 'node22/bin/node'), []],
  ['Node 24', () => runtimes && join(runtimes, 'node24/bin/node'), []],
  ['Deno', () => runtimes && denoIn(runtimes), ['run', '--allow-all', '--node-modules-dir=manual']],
  ['Bun', () => runtimes && join(runtimes, '@oven/bun-linux-x64/bin/bun'), []],
];

test('nothing but the client is installed', async () => {
  expect((await readdir(join(directory, 'node_modules'))).filter((name) => !name.startsWith('.'))).toEqual([
    '@semblance',
  ]);
  expect(await readdir(join(directory, 'node_modules/@semblance'))).toEqual(['client']);
});

test.for(lines)('%s', async ([, runtime, args], { skip }) => {
  const binary = runtime() ?? skip('there is no such runtime for this machine');
  const { stdout, stderr } = await run(binary, [...args, 'smoke.mjs', server.endpoint, ...pictures], {
    cwd: directory,
  });
  const result = JSON.parse(stdout) as { scores: number[]; code: string; checked: boolean; isRequired: boolean };
  expect(new Set(result.scores).size).toBe(1);
  expect(result).toMatchObject({ code: 'NoPermission', checked: true, isRequired: true });
  expect(result.scores).toHaveLength(7);
  expect(stderr).not.toMatch(/error/i);
});

test('the command is found by npx', async () => {
  const { stdout } = await run(
    'npx',
    ['@semblance/client', 'compare', ...pictures, '--endpoint', server.endpoint, '--json'],
    { cwd: directory },
  );
  expect(JSON.parse(stdout)).toMatchObject({ score: expect.any(Number) });
});
