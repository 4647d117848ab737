import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { readCommandLine, readNumber, refuseCommandLine } from '../../scripts/command-line.ts';

const help = `npm run bench:folder -w tools -- SIZE …

What "semblance compare --all" costs and finds. Folders of so many files are made of the example pictures (windows cut out of
them, each in five versions). For the first size every pair is compared as well: what of the pairs above a score the
candidates have is the recall.

  npm run bench:folder -w tools -- 300 1000
`;
const { positionals } = readCommandLine(help, { allowPositionals: true });
if (positionals.length === 0) refuseCommandLine('Give a size of a folder, or several', help);
const sizes = positionals.map((size) => readNumber('SIZE', size, { from: 2, help }));
const examples = path.resolve(import.meta.dirname, '../../examples');
const program = path.resolve(import.meta.dirname, '../../packages/engine/src/cli/main.ts');
const home = mkdtempSync(path.join(tmpdir(), 'semblance-folder-bench-'));

/** What people do to pictures. */
const versions: readonly ((picture: Sharp) => Sharp)[] = [
  (picture) => picture,
  (picture) => picture.resize(200).jpeg({ quality: 50 }),
  (picture) => picture.extract({ left: 40, top: 20, width: 230, height: 190 }),
  (picture) => picture.modulate({ brightness: 1.2, saturation: 0.7 }),
  (picture) => picture.flop().jpeg({ quality: 70 }),
];

/** The whole of an example picture first, then ever other windows of it, by a fixed sequence; 320 × 240 pixels. */
async function baseOf(index: number, files: readonly string[]): Promise<Buffer> {
  const picture = sharp(path.join(examples, files[index % files.length] ?? ''));
  const { width, height } = await picture.metadata();
  const part = ((index * 2_654_435_761) % 2 ** 32) / 2 ** 32;
  const side = index < files.length ? undefined : Math.floor(Math.min(width, height) * (0.4 + 0.3 * part));
  if (side !== undefined) {
    const [left, top] = [Math.floor(part * 97_000) % (width - side), Math.floor(part * 89_000) % (height - side)];
    picture.extract({ left, top, width: side, height: side });
  }
  return picture.resize(320, 240, { fit: 'fill' }).png().toBuffer();
}

async function makeFolder(count: number): Promise<string> {
  const folder = path.join(home, String(count));
  mkdirSync(folder);
  const files = readdirSync(examples).filter((name) => /-\w+-\w+\.jpg$/.test(name));
  for (let at = 0; at < count; at += 1) {
    const index = Math.floor(at / versions.length);
    const base = sharp(await baseOf(index, files));
    const made = versions[at % versions.length]?.(base) ?? base;
    await made.jpeg().toFile(path.join(folder, `${String(index).padStart(5, '0')}-${at % versions.length}.jpg`));
  }
  return folder;
}

interface Counts {
  readonly pairs: number;
  readonly seconds: Readonly<Record<'features' | 'search' | 'comparisons', number>>;
}

function compareAll(folder: string, out: string, ...given: readonly string[]): Counts {
  const own = ['compare', '--all', folder, '--out', out, '--json', '--features', path.join(home, 'features')];
  const text = execFileSync(process.execPath, ['--conditions=@semblance/source', program, ...own, ...given], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return JSON.parse(text) as Counts;
}

/** Names of pairs, by score. */
function scoresIn(out: string): ReadonlyMap<string, number> {
  const rows = readFileSync(out, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, string | number>);
  return new Map(
    rows.map(({ primary, secondary, score }) => [[primary, secondary].toSorted().join(' '), Number(score)]),
  );
}

function recall(found: ReadonlyMap<string, number>, every: ReadonlyMap<string, number>, least: number): string {
  const wanted = [...every].filter(([, score]) => score >= least).map(([name]) => name);
  return `${wanted.filter((name) => found.has(name)).length} of ${wanted.length} pairs at ${least} or above`;
}

try {
  for (const [at, size] of sizes.entries()) {
    const folder = await makeFolder(size);
    const out = path.join(home, 'found.jsonl');
    rmSync(out, { force: true });
    const { pairs, seconds } = compareAll(folder, out);
    const share = ((100 * pairs) / ((size * (size - 1)) / 2)).toFixed(2);
    console.log(`${size} files: ${JSON.stringify(seconds)} s, ${pairs} pairs compared (${share} % of all)`);
    if (at > 0) continue;
    const all = path.join(home, 'every.jsonl');
    const every = compareAll(folder, all, '--candidates', String(size));
    console.log(`  every pair: ${every.pairs}, ${every.seconds.comparisons} s`);
    for (const least of [0.5, 0.7, 0.9]) console.log(`  found: ${recall(scoresIn(out), scoresIn(all), least)}`);
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
