import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One compiler error. */
export interface TypeProblem {
  readonly file: string;
  readonly text: string;
}

/** Everything that ships, in one program; tests are left to the suites. */
const configuration = {
  extends: './tsconfig.base.json',
  compilerOptions: {
    lib: ['es2024', 'dom', 'dom.iterable'],
    types: ['node'],
    incremental: true,
    tsBuildInfoFile: 'drill.tsbuildinfo',
  },
  include: ['packages/*/src/**/*.ts', 'packages/*/exports/**/*.ts'],
  exclude: ['**/*.test.ts', '**/node_modules'],
};

/** Compiler errors of the copy. */
export async function typeProblems(directory: string): Promise<TypeProblem[]> {
  await writeFile(join(directory, 'tsconfig.json'), JSON.stringify(configuration));
  const tsc = join(directory, 'node_modules/native-typescript/bin/tsc');
  const run = spawnSync(process.execPath, [tsc, '-p', directory, '--pretty', 'false'], {
    cwd: directory,
    encoding: 'utf8',
  });
  return run.stdout
    .split(/\n(?=\S)/)
    .filter((line) => line.includes('error TS'))
    .map((line) => ({ file: line.split('(')[0] ?? '', text: line.trim() }));
}
