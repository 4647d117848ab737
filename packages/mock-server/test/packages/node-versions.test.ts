import { execFile } from 'node:child_process';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { installMock, otherNode } from './install.ts';

const run = promisify(execFile);
const binary = 'node_modules/@semblance/mock-server/dist/cli/main.js';

let folder: string;
beforeAll(async () => {
  folder = await installMock();
});

test('an installation has few megabytes, without MSW, engine or undici', async () => {
  const files = await readdir(join(folder, 'node_modules'), { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    files
      .filter((file) => file.isFile())
      .map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size),
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(9_000_000);
  await expect(readFile(join(folder, 'node_modules/msw/package.json'))).rejects.toThrow('ENOENT');
});

test('Node 18 gets a message with the required version', async ({ skip }) => {
  const node = (await otherNode(18)) ?? skip('there is no such Node for this machine');
  await expect(run(node, [binary], { cwd: folder })).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(
      /^semblance-mock needs Node 20\.19 or later; this is 18\.\d+\.\d+\. Get it from https:\/\/nodejs\.org .*\n$/,
    ) as string,
  });
});

describe.each(['Node 20', 'this Node'])('%s', (name) => {
  const needed = async (skip: (reason: string) => never): Promise<string> =>
    name === 'this Node' ? process.execPath : ((await otherNode(20)) ?? skip('there is no such Node for this machine'));

  test.for(['mjs', 'cjs'] as const)('serves and compares from .%s', async (type, { skip }) => {
    const load =
      type === 'cjs'
        ? `const { startMockServer } = require('@semblance/mock-server/server'); const { makePair } = require('@semblance/mock-server/mock');`
        : `import { startMockServer } from '@semblance/mock-server/server'; import { makePair } from '@semblance/mock-server/mock';`;
    const file = join(folder, `serve.${type}`);
    await writeFile(
      file,
      `${load}
      (async () => {
        const server = await startMockServer({ signature: 'warn' });
        const pair = makePair({ score: 0.25 });
        const body = new URLSearchParams({ Action: 'CompareSimilarByImage', Version: '2020-12-14', Format: 'JSON', InstanceName: 'demo',
          PrimaryPicContent: pair.primaryBase64, SecondaryPicContent: pair.secondaryBase64 });
        const { Score } = await (await fetch(server.url, { method: 'POST', body })).json();
        console.log(Score, (await fetch(server.url + '/__mock/')).status, server.certificate.length > 100);
        await server.close();
      })();`,
    );
    const { stdout } = await run(await needed(skip), [file], { cwd: folder });
    expect(stdout).toBe('0.25 200 true\n');
  });

  test('the command prints help and version', async ({ skip }) => {
    const node = await needed(skip);
    expect((await run(node, [binary, '--help'], { cwd: folder })).stdout).toContain('--record <file>');
    expect((await run(node, [binary, '-V'], { cwd: folder })).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    await expect(run(node, [binary, '--score', 'engine', '--port', '0'], { cwd: folder })).rejects.toMatchObject({
      stderr: expect.stringContaining('npm install --save-dev @semblance/engine') as string,
    });
  });
});
