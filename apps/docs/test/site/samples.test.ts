import { execFile } from 'node:child_process';
import { glob, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { createClient } from '@semblance/client';
import { startEngine } from '@semblance/engine';
import type { Engine } from '@semblance/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { curlSample } from '../../src/console/code-samples/curl.ts';
import { formBody } from '../../src/console/code-samples/form-body.ts';
import { sampleWriters } from '../../src/console/code-samples/languages.ts';
import type { SampleContext } from '../../src/console/code-samples/sample-context.ts';
import { allErrors } from '../../src/site/all-errors.ts';
import { handleErrorSample } from '../../src/site/error-samples.ts';

const run = promisify(execFile);
const root = path.join(import.meta.dirname, '../../../..');
const docs = path.join(root, 'apps/docs');
const context: SampleContext = {
  endpoint: 'http://127.0.0.1:8080',
  instanceName: 'demoinstance1',
  signed: true,
  format: 'json',
  primaryFile: 'mug-daily-front.jpg',
  secondaryFile: 'mug-daily-right.jpg',
};

/** Fenced blocks of the guides with their info strings. */
async function guideBlocks(info: string): Promise<readonly { readonly name: string; readonly code: string }[]> {
  const blocks: { name: string; code: string }[] = [];
  for await (const file of glob('src/content/docs/**/*.{md,mdx}', { cwd: docs })) {
    const text = await readFile(path.join(docs, file), 'utf8');
    const fences = text.matchAll(/^```(?<info>[^\n]*)\n(?<code>.*?)^```/gmsu);
    for (const { groups } of fences) {
      if (groups?.['info'] === info)
        blocks.push({ name: `${file.replaceAll(/\W+/gu, '-')}-${blocks.length}`, code: groups['code'] ?? '' });
    }
  }
  return blocks;
}

test('the TypeScript samples compile', async () => {
  const folder = path.join(docs, '.samples');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  try {
    const guides = await guideBlocks('ts check');
    expect(guides.length).toBeGreaterThanOrEqual(14);
    const samples = [
      ...guides,
      { name: 'client', code: sampleWriters['typescript-client'].write(context) },
      { name: 'sdk', code: sampleWriters['typescript-sdk'].write(context) },
      ...allErrors
        .filter(({ family }) => family !== 'upload')
        .slice(0, 3)
        .map((entry) => ({
          name: `error-${entry.slug}`,
          code: `const first = new Uint8Array();\nconst second = first;\n${handleErrorSample(entry)}`,
        })),
    ];
    for (const { name, code } of samples) await writeFile(path.join(folder, `${name}.mts`), code);
    const options = {
      extends: '../tsconfig.json',
      compilerOptions: {
        module: 'nodenext',
        moduleResolution: 'nodenext',
        noUnusedLocals: false,
        esModuleInterop: true,
      },
      include: ['*.mts'],
    };
    await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify(options));
    const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
    const outcome = await run(process.execPath, [compiler, '-p', folder]).catch(
      (error: unknown) => error as { stdout: string },
    );
    expect(outcome.stdout).toBe('');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 120_000);

test('the Python samples are Python', async (context_) => {
  const python = await run('python3', ['--version']).catch(() => undefined);
  if (python === undefined) return context_.skip('no python3 on this machine');
  const blocks = [...(await guideBlocks('python')).map(({ code }) => code), sampleWriters.python.write(context)];
  const parse = 'import ast, sys; print(len(ast.parse(sys.argv[1]).body))';
  for (const code of blocks) expect(Number((await run('python3', ['-c', parse, code])).stdout)).toBeGreaterThan(3);
});

describe('against an engine', () => {
  let engine: Engine | undefined;
  let folder = '';
  const key = { accessKeyId: 'sample-key', accessKeySecret: 'sample-secret' };
  beforeAll(async () => {
    folder = await mkdtemp(path.join(root, 'apps/docs/.astro/curl-'));
    engine = await startEngine({
      allowAnonymous: true,
      settings: {
        listen: { port: 0 },
        accessKeys: [{ ...key, account: 'docs' }],
        instances: [{ name: 'demoinstance1', owner: 'docs' }],
      },
    });
    for (const name of [context.primaryFile, context.secondaryFile])
      await writeFile(path.join(folder, name), await readFile(path.join(root, 'examples', name)));
  }, 120_000);
  afterAll(async () => {
    await engine?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function expectedScore(): Promise<number> {
    const client = createClient({ endpoint: engine?.url ?? '', instanceName: 'demoinstance1' });
    const [first, second] = await Promise.all(
      [context.primaryFile, context.secondaryFile].map((name) => readFile(path.join(folder, name))),
    );
    return (await client.compare(first ?? new Uint8Array(), second ?? new Uint8Array())).score;
  }

  test.each(['json', 'xml'] as const)('the signed curl command works as it is printed, %s', async (format) => {
    const [primary, secondary] = await Promise.all(
      [context.primaryFile, context.secondaryFile].map(
        async (name) => new Uint8Array(await readFile(path.join(folder, name))),
      ),
    );
    const pair = { primary: primary ?? new Uint8Array(), secondary: secondary ?? new Uint8Array() };
    const signing = { key, body: formBody(context.instanceName, pair), date: new Date(), nonce: `nonce-${format}` };
    const command = await curlSample({ ...context, format, endpoint: engine?.url ?? '' }, signing);
    const { stdout } = await run('sh', ['-c', command], { cwd: folder });
    expect(stdout).toContain(String(await expectedScore()));
    expect(stdout.startsWith('<?xml')).toBe(format === 'xml');
    const tampered = command.replace('sample-key', 'other-key');
    expect((await run('sh', ['-c', tampered], { cwd: folder })).stdout).toContain('InvalidAccessKeyId.NotFound');
  });

  test('the unsigned curl command works as it is printed', async () => {
    const command = await curlSample({ ...context, signed: false, endpoint: engine?.url ?? '' }, undefined);
    const { stdout } = await run('sh', ['-c', command], { cwd: folder });
    expect(JSON.parse(stdout)).toMatchObject({ Score: await expectedScore(), Success: true });
  });

  test('the curl commands of the guides run', async () => {
    const blocks = await guideBlocks('sh run');
    expect(blocks.length).toBe(4);
    for (const { code } of blocks) {
      const command = code.replace('http://127.0.0.1:8080', engine?.url ?? '');
      const { stdout } = await run('bash', ['-c', command], { cwd: root });
      expect(stdout).toMatch(/"Score":0\.9|<Code>IncorrectOrientation<\/Code>/u);
    }
  });
});
