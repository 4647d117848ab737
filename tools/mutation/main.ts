import { existsSync, globSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readCommandLine, readNumber, refuseCommandLine } from '../../scripts/command-line.ts';
import { createScratchCopy } from '../../scripts/drill/scratch-copy.ts';
import { createRandom } from '../render/math/random.ts';
import { mutate, mutationsOf } from './mutations.ts';
import type { Mutation } from './mutations.ts';
import { runRelated } from './run-related.ts';

/**
 * `npm run mutate -w tools -- packages/wire [--under src] [--sample 60] [--seed 1] [--minutes 5] [--exclude 'test/slow/**']`: changes a package's
 * sources in one place at a time, on a copy, and says which changes its tests do not notice.
 */
const help = `npm run mutate -w tools -- PACKAGE [options]

Changes the sources of a package in one place at a time, on a copy, and says which changes its tests do not notice.

  --under FOLDER    only there (default src)
  --sample COUNT    changes tried, drawn at random (default 60)
  --seed NUMBER     another draw (default 1)
  --minutes LIMIT   ends after so long (default 5)
  --exclude GLOB    tests that are not run; may be repeated

  npm run mutate -w tools -- packages/wire
  npm run mutate -w tools -- packages/engine --under src/score --sample 20
`;
const { values, positionals } = readCommandLine(help, {
  allowPositionals: true,
  options: {
    under: { type: 'string', default: 'src' },
    sample: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '5' },
    exclude: { type: 'string', multiple: true, default: [] },
  },
});
const [folder] = positionals;
if (folder === undefined) refuseCommandLine('Name a package, for example packages/wire', help);
const root = resolve(import.meta.dirname, '../..');
if (!existsSync(join(root, folder, 'package.json'))) refuseCommandLine(`There is no package "${folder}"`, help);
const wholeNumber = (option: 'sample' | 'seed' | 'minutes', from: number): number =>
  readNumber(`--${option}`, values[option], { from, help });
const [sampleSize, seed, minutes] = [wholeNumber('sample', 1), wholeNumber('seed', 0), wholeNumber('minutes', 1)];

interface Candidate {
  /** Relative to the package. */
  readonly file: string;
  readonly text: string;
  readonly mutation: Mutation;
}

async function candidatesOf(directory: string): Promise<readonly Candidate[]> {
  const found: Candidate[] = [];
  for (const file of globSync(`${values.under}/**/*.ts`, { cwd: directory }).sort()) {
    if (/\.(test|test-d)\.ts$|\bgenerated\b/.test(file)) continue;
    const text = await readFile(join(directory, file), 'utf8');
    found.push(...mutationsOf(text).map((mutation) => ({ file, text, mutation })));
  }
  return found;
}

const copy = await createScratchCopy(root);
await cp(join(root, 'vitest.shared.ts'), join(copy.directory, 'vitest.shared.ts'));
const directory = join(copy.directory, folder);
const random = createRandom(seed);
const all = await candidatesOf(directory);
const sample = all
  .map((candidate) => ({ candidate, key: random.next() }))
  .sort((left, right) => left.key - right.key)
  .slice(0, sampleSize)
  .map(({ candidate }) => candidate);
console.log(`${folder}: ${all.length} mutations, ${sample.length} of them to try (seed ${seed})`);
const counts = { noticed: 0, survived: 0, 'never run': 0, 'timed out': 0 };
const endMs = performance.now() + minutes * 60_000;
try {
  for (const { file, text, mutation } of sample) {
    if (performance.now() > endMs) break;
    const path = join(directory, file);
    await writeFile(path, mutate(text, mutation));
    const verdict = await runRelated({ folder: directory, file: path, exclude: values.exclude });
    await writeFile(path, text);
    counts[verdict] += 1;
    const change = `${text.slice(mutation.start, mutation.end)} → ${mutation.by}`;
    if (verdict === 'survived' || verdict === 'never run')
      console.log(`${verdict}: ${folder}/${file}:${mutation.line} ${change}`);
  }
} finally {
  await copy.remove();
}
const noticed = counts.noticed + counts['timed out'];
const tried = noticed + counts.survived + counts['never run'];
console.log(`${folder}: ${noticed} of ${tried} noticed (${Math.round((100 * noticed) / Math.max(1, tried))} %)`);
