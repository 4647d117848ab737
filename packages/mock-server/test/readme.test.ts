import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withTables } from '../scripts/scenario-tables.ts';

const run = promisify(execFile);
const packageFolder = new URL('..', import.meta.url).pathname;
const readme = (name: string): Promise<string> => readFile(join(packageFolder, name), 'utf8');

describe.each([
  ['README.md', 'en'],
  ['README.zh.md', 'zh'],
] as const)('%s', (name, language) => {
  let folder: string;

  /** Inside the package, where its own name can be resolved. */
  beforeAll(async () => {
    await mkdir(join(packageFolder, 'test', '.readme'), { recursive: true });
    folder = await mkdtemp(join(packageFolder, 'test', '.readme', `${language}-`));
    const blocks = (await readme(name)).matchAll(/^```\w+ file=(?<file>\S+)\n(?<code>.*?)^```$/gms);
    for (const { groups } of blocks) await writeFile(join(folder, groups?.['file'] ?? ''), groups?.['code'] ?? '');
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('the vitest example runs as printed, also several times in parallel', { timeout: 60_000 }, async () => {
    for (const copy of ['second.test.ts', 'third.test.ts'])
      await copyFile(join(folder, 'compare.test.ts'), join(folder, copy));
    const arguments_ = ['vitest', 'run', '--root', folder, '--config', join(packageFolder, 'vitest.config.ts')];
    const { stdout } = await run('npx', arguments_, { cwd: packageFolder, env: { ...process.env, NO_COLOR: '1' } });
    expect(stdout).toMatch(/Tests\s+9 passed/);
  });

  test('the node:test example runs as printed', { timeout: 60_000 }, async () => {
    const file = join(folder, 'compare.test.mjs');
    const { stdout } = await run(process.execPath, ['--conditions=@semblance/source', '--test', file]);
    expect(stdout).toMatch(/pass 2\b/);
    expect(stdout).toMatch(/fail 0\b/);
  });

  test('the table of scenarios is fresh', async () => {
    const text = await readme(name);
    expect(withTables(text, language)).toBe(text);
  });
});

test('both READMEs have the same examples, apart from comments and names', async () => {
  const code = async (name: string): Promise<string[]> =>
    [...(await readme(name)).matchAll(/^```.*?^```$/gms)].map(([block]) =>
      block.replaceAll(/\/\*\*.*?\*\/|\/\/ .*|test\('[^']*'|#.*/g, ''),
    );
  expect(await code('README.zh.md')).toEqual(await code('README.md'));
});
