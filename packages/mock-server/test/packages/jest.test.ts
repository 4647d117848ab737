import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { prepareProjects, program, project } from './install.ts';

const run = promisify(execFile);
beforeAll(prepareProjects, 600_000);

/** The blocks of a README that are marked `jest=FILE`. */
async function printed(readme: string): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(new URL(`../../${readme}`, import.meta.url), 'utf8');
  const blocks = text.matchAll(/^```\w+ jest=(?<file>\S+)\n(?<code>.*?)^```$/gms);
  return Object.fromEntries([...blocks].map(({ groups }) => [groups?.['file'] ?? '', groups?.['code'] ?? '']));
}

async function jest(folder: string, flags: readonly string[] = []): Promise<string> {
  const { stderr } = await run(process.execPath, [...flags, program(folder, 'jest/bin/jest.js'), '--rootDir', folder], {
    cwd: folder,
    env: { ...process.env, CI: '1', NO_COLOR: '1' },
  });
  return stderr;
}

describe.each(['README.md', 'README.zh.md'])('%s', (readme) => {
  test('jest without configuration, CommonJS', async () => {
    const { 'compare.test.js': code = '' } = await printed(readme);
    expect(await jest(await project({ 'compare.test.js': code, 'jest.config.js': 'module.exports = {};' }))).toMatch(
      /Tests: +1 passed/,
    );
  });

  test('jsdom, with the server outside', async () => {
    const { 'mock.setup.js': setup = '', 'jest.config.js': config = '' } = await printed(readme);
    const code = `
      test('a page in jsdom calls the server', () => new Promise((resolve, reject) => {
        const call = new XMLHttpRequest();
        call.open('POST', process.env.MOCK_URL);
        call.setRequestHeader('content-type', 'application/x-www-form-urlencoded');
        call.onload = () => resolve(expect(JSON.parse(call.responseText).Code).toBe('DeniedRequest'));
        call.onerror = reject;
        call.send('Action=CompareSimilarByImage&Version=2020-12-14&Format=JSON&InstanceName=mock-DeniedRequest');
      }));`;
    const files = { 'page.test.js': code, 'mock.setup.js': setup, 'jest.config.js': config };
    expect(await jest(await project(files))).toMatch(/Tests: +1 passed/);
  });
});

test('jest with ES modules and MSW', async () => {
  const code = `
    import { setupServer } from 'msw/node';
    import { compareSimilarByImageHandlers, createMock } from '@semblance/mock-server';
    import '@semblance/mock-server/jest';
    const mock = createMock();
    const server = setupServer(...compareSimilarByImageHandlers({ mock }));
    beforeAll(() => server.listen());
    afterAll(() => server.close());
    test('answers', async () => {
      const response = await fetch('https://imagesearch.cn-shanghai.aliyuncs.com/', { method: 'POST', body: 'no form' });
      expect(response.status).toBe(400);
      expect(mock).toHaveReceivedTimes(1);
    });`;
  const files = {
    'modules.test.js': code,
    'jest.config.js': 'export default { transform: {} };',
    'package.json': '{"type":"module"}',
  };
  expect(await jest(await project(files), ['--experimental-vm-modules'])).toMatch(/Tests: +1 passed/);
});

test('requiring the handlers fails with advice', async () => {
  const code = `test('requires', () => { require('@semblance/mock-server'); });`;
  const failing = jest(await project({ 'handlers.test.js': code, 'jest.config.js': 'module.exports = {};' }));
  await expect(failing).rejects.toMatchObject({
    stderr: expect.stringMatching(/ES modules only .*require '@semblance\/mock-server\/server'/s) as string,
  });
});

test('TypeScript knows the matchers, in modules and in CommonJS, with the globals of @types/jest', async () => {
  const code = `
    import { startMockServer, type MockServer } from '@semblance/mock-server/server';
    import { makePair } from '@semblance/mock-server/mock';
    import '@semblance/mock-server/jest';
    let mock: MockServer;
    beforeAll(async () => { mock = await startMockServer(); });
    test('typed', () => {
      makePair({ score: 0.5 });
      expect(mock).not.toHaveReceived({ code: 'DeniedRequest' });
      expect(mock).toHaveReceivedTimes(0);
      expect(mock).toKeepTheContract();
      // @ts-expect-error there is no such property
      expect(mock).toHaveReceived({ colour: 'red' });
    });`;
  const config = (options: object): string =>
    JSON.stringify({
      compilerOptions: {
        strict: true,
        noEmit: true,
        skipLibCheck: false,
        types: ['jest', 'node'],
        lib: ['es2023', 'dom'],
        ...options,
      },
    });
  for (const [type, options] of [
    ['commonjs', { module: 'node16' }],
    ['module', { module: 'node16' }],
    ['module', { module: 'esnext', moduleResolution: 'bundler' }],
  ] as const) {
    const folder = await project({
      'compare.test.ts': code,
      'tsconfig.json': config(options),
      'package.json': JSON.stringify({ type }),
    });
    const checked = await run(process.execPath, [program(folder, 'typescript/bin/tsc'), '-p', folder], {
      cwd: folder,
    }).catch((error: { readonly stdout: string }) => error);
    // Files of others may contradict each other; those of this repository may not.
    const isOurs = (line: string): boolean => line.startsWith('compare.test.ts') || line.includes('@semblance');
    expect(checked.stdout.split('\n').filter(isOurs)).toEqual([]);
  }
});
