import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { readText, root } from './src/repository.ts';

/** Scripts of a package that hand what they are given to a program of the repository itself. */
function programsOf(folder: string): readonly (readonly [name: string, program: string])[] {
  const { scripts } = JSON.parse(readText(join(folder, 'package.json'))) as {
    scripts: Readonly<Record<string, string>>;
  };
  return Object.entries(scripts).flatMap(([name, command]) => {
    const program = /^node (?:--[\w=@/-]+ )*(?<file>\S+\.ts)$/.exec(command)?.groups?.['file'];
    // What users run has tests of its own; turbo reads its own options.
    if (program === undefined || /^packages\/|^scripts\/turbo\.ts$/.test(program)) return [];
    return [[name, join(root, folder, program)] as const];
  });
}

const benchmarks = ['cpu', 'peers', 'memory', 'service', 'decode', 'similarity'];
const programs = [
  ...programsOf('.'),
  ...programsOf('tools'),
  ['release', join(root, 'scripts/release/publish.ts')] as const,
];

function run(program: string, ...parameters: readonly string[]) {
  const all = ['--conditions=@semblance/source', program, ...parameters];
  // A script that takes no notice of what it is given begins its work, and is ended.
  const { status, stdout, stderr } = spawnSync(process.execPath, all, {
    encoding: 'utf8',
    cwd: dirname(program),
    timeout: 30_000,
  });
  return { status, stdout, stderr };
}

describe.each(programs)('npm run %s', (name, program) => {
  test('refuses an option that there is not, and says which there are', () => {
    const { status, stdout, stderr } = run(program, '--nope');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain("'--nope'");
    expect(stderr).toContain(`npm run ${name}`);
    expect(stderr).not.toMatch(/^ {4}at |node:internal/m);
  });

  test('explains itself', () => {
    const { status, stdout, stderr } = run(program, '--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(`npm run ${name}`);
  });
});

test('the list has the programs it is for', () => {
  const names = programs.map(([name]) => name);
  expect(names).toEqual(
    expect.arrayContaining(['check', 'eval', 'bench', 'capacity', 'drill', 'drill:contract', 'pack']),
  );
});

test.each(benchmarks)('npm run bench -- %s refuses an option that there is not', (name) => {
  const { status, stderr } = run(join(root, 'tools/bench/main.ts'), name, '--nope');
  expect(status).toBe(2);
  expect(stderr).toContain("'--nope'");
  expect(stderr).not.toMatch(/^ {4}at /m);
});

const tool = (file: string): string => join(root, 'tools', file);
test.each([
  ['a benchmark', [tool('bench/main.ts'), 'nope'], /no benchmark "nope".*service/s],
  ['a benchmark beside a good one', [tool('bench/main.ts'), 'service', 'nope'], /no benchmark "nope"/],
  [
    'rounds of a benchmark',
    [tool('bench/main.ts'), 'service', '--rounds', 'many'],
    /--rounds takes a whole number of 1/,
  ],
  ['a check', [join(root, 'scripts/check.ts'), 'types', 'nope'], /no check "nope".*openapi/s],
  ['a drill', [tool('drill/main.ts'), 'nope'], /no drill "nope".*load/s],
  ['an evaluation', [tool('eval/main.ts'), 'nope'], /'nope'/],
  ['pairs a second', [tool('capacity/main.ts'), '--for', 'many'], /--for takes a number of/],
  ['cores', [tool('capacity/main.ts'), '--cores', '3'], /--cores takes 1, 2, 4, 8, 16 or 32/],
  ['a file of results', [tool('capacity/main.ts'), '--from', 'nope.json'], /--from nope\.json cannot be read/],
  ['no file of results', [tool('capacity/main.ts'), '--from', tool('package.json')], /--from .*holds no results/],
  ['the size of a queue', [tool('drill/queue.ts'), 'many'], /PAIRS takes a whole number/],
  ['the size of a folder', [tool('bench/folder.ts'), 'many'], /SIZE takes a whole number/],
  ['no size of a folder', [tool('bench/folder.ts')], /size/i],
  ['a package to mutate', [tool('mutation/main.ts'), 'packages/nope'], /no package "packages\/nope"/],
])('%s that there is not is refused in a line', (_what, [program = '', ...parameters], message) => {
  const { status, stdout, stderr } = run(program, ...parameters);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/^ {4}at /m);
});
