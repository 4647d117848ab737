import { execFile, spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sampleWriters } from '../../src/console/code-samples/languages.ts';
import { referenceContext } from '../../src/reference/reference-samples.ts';

const run = promisify(execFile);
const root = path.join(import.meta.dirname, '../../../..');
const shapes = path.join(import.meta.dirname, '../languages');
const official = path.join(root, 'tests/official-clients/languages');

/** In CI every compiler has to be installed; elsewhere a missing one skips its test. */
function skipWithout(program: string, skip: (note: string) => void): void {
  const found = spawnSync(program, program === 'go' ? ['version'] : ['--version']).error === undefined;
  if (!found && process.env['CI'] === undefined) skip(`no ${program} on this machine`);
}

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'semblance-samples-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Puts the sample, or a whole program of the guide, into the folder. */
async function put(name: string, sample: string | undefined): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, sample ?? (await readFile(path.join(official, name))));
  return file;
}

const two = (sample: string): (readonly [name: string, code: string | undefined])[] => [
  ['the console’s and the reference’s', sample],
  ['the guide’s', undefined],
];

test.for(two(sampleWriters.java.write(referenceContext)))(
  'Java, %s: compiles',
  { timeout: 120_000 },
  async ([, code], { skip }) => {
    skipWithout('javac', skip);
    const file = await put('Compare.java', code);
    const options = ['-d', folder, '-sourcepath', path.join(shapes, 'java'), file];
    await expect(run('javac', options)).resolves.toMatchObject({ stderr: '' });
  },
);

test.for(two(sampleWriters.go.write(referenceContext)))(
  'Go, %s: compiles and passes vet',
  { timeout: 240_000 },
  async ([, code], { skip }) => {
    skipWithout('go', skip);
    await put('compare.go', code);
    const manifest = await readFile(path.join(shapes, 'go/go.mod.txt'), 'utf8');
    await writeFile(path.join(folder, 'go.mod'), manifest.replaceAll('SHAPES', path.join(shapes, 'go')));
    const env = { ...process.env, GOPROXY: 'off', GOFLAGS: '-mod=mod', GONOSUMDB: '*', GOTOOLCHAIN: 'local' };
    await expect(run('go', ['vet', '.'], { cwd: folder, env })).resolves.toMatchObject({ stderr: '' });
  },
);

test.for(two(sampleWriters.csharp.write(referenceContext)))(
  'C#, %s: compiles',
  { timeout: 120_000 },
  async ([, code], { skip }) => {
    skipWithout('mcs', skip);
    const file = await put('Compare.cs', code);
    const sources = [path.join(shapes, 'csharp/Shapes.cs'), file];
    await expect(
      run('mcs', ['-nowarn:0649', `-out:${path.join(folder, 'compare.exe')}`, ...sources]),
    ).resolves.toBeDefined();
  },
);

test.for(two(sampleWriters.php.write(referenceContext)))(
  'PHP, %s: runs against the shapes',
  { timeout: 60_000 },
  async ([, code], { skip }) => {
    skipWithout('php', skip);
    const file = await put('compare.php', code);
    await mkdir(path.join(folder, 'vendor'));
    await cp(path.join(shapes, 'php/autoload.php'), path.join(folder, 'vendor/autoload.php'));
    const picture = path.join(root, referenceContext.primaryFile);
    const { stdout } = await run('php', ['-d', 'error_reporting=-1', file, picture, picture], { cwd: root });
    expect(stdout.trim()).toBe('0.5');
  },
);

test('Python: runs against the shapes', async ({ skip }) => {
  skipWithout('python3', skip);
  const file = await put('compare.py', sampleWriters.python.write(referenceContext));
  const env = { ...process.env, PYTHONPATH: path.join(shapes, 'python'), PYTHONDONTWRITEBYTECODE: '1' };
  const { stdout } = await run('python3', ['-W', 'error', file], { cwd: root, env });
  expect(stdout.trim()).toBe('0.5');
}, 60_000);
