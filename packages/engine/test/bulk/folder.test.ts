import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pairsOfNearest } from '../../src/cli/bulk/candidates.ts';
import { openIndexSearch } from '../../src/cli/bulk/nearest-index.ts';
import { nearestOfAll, nearestTo } from '../../src/cli/bulk/nearest.ts';
import { listFolder } from '../../src/cli/bulk/picture-folder.ts';
import type { PictureVectors } from '../../src/cli/bulk/picture-vectors.ts';

const program = path.resolve(import.meta.dirname, '../../src/cli/main.ts');
const examples = path.resolve(import.meta.dirname, '../../../../examples');
let home: string;
const at = (...parts: readonly string[]): string => path.join(home, ...parts);

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'semblance-folder-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

function compare(...given: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const parameters = ['--conditions=@semblance/source', program, 'compare', ...given];
    execFile(process.execPath, parameters, (error, out, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, error: stderr });
    });
  });
}

/** Unit vectors in clusters, so that there are near ones. */
function someVectors(count: number, length: number): PictureVectors {
  let state = 1;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  const values = new Float32Array(count * length);
  for (let row = 0; row < count; row += 1) {
    const centre = row % 5 === 0 ? undefined : (row - (row % 5)) * length;
    let sum = 0;
    for (let column = 0; column < length; column += 1) {
      const value = (centre === undefined ? 0 : 3 * (values[centre + column] ?? 0)) + random();
      values[row * length + column] = value;
      sum += value * value;
    }
    for (let column = 0; column < length; column += 1)
      values[row * length + column] = (values[row * length + column] ?? 0) / Math.sqrt(sum);
  }
  return { files: Array.from({ length: count }, (_, row) => `${row}`), length, values };
}

describe('neighbours', () => {
  const vectors = someVectors(300, 30);
  const cosine = (a: number, b: number): number => {
    let sum = 0;
    for (let column = 0; column < 30; column += 1)
      sum += (vectors.values[a * 30 + column] ?? 0) * (vectors.values[b * 30 + column] ?? 0);
    return sum;
  };
  const naive = (row: number): readonly number[] =>
    Array.from({ length: 300 }, (_, other) => other)
      .filter((other) => other !== row)
      .toSorted((a, b) => cosine(row, b) - cosine(row, a))
      .slice(0, 7);

  test('by blocks are those of a plain search, for one row and for all', async () => {
    const found = await nearestOfAll(vectors, 7);
    for (let row = 0; row < 300; row += 1) expect(found[row]?.map((neighbour) => neighbour.row)).toEqual(naive(row));
    expect(nearestTo(vectors, 13, 7).map(({ row }) => row)).toEqual(naive(13));
    expect(found[13]?.[0]?.cosine).toBeCloseTo(cosine(13, naive(13)[0] ?? 0), 5);
  });

  test('by the index are nearly those', async () => {
    const search = await openIndexSearch();
    if (search === undefined) throw new Error('usearch is not installed');
    const found = await search(vectors, 7);
    const hits = found.map((neighbours, row) => neighbours.filter((one) => naive(row).includes(one.row)).length);
    expect(found.every((neighbours, row) => neighbours.every((one) => one.row !== row))).toBe(true);
    expect(hits.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0.98 * 7 * 300);
  });

  test('become pairs once; the nearest also where it is far', () => {
    const pairs = pairsOfNearest([
      [
        { row: 1, cosine: 0.9 },
        { row: 2, cosine: 0.05 },
      ],
      [
        { row: 0, cosine: 0.9 },
        { row: 3, cosine: 0.4 },
      ],
      [
        { row: 3, cosine: 0.01 },
        { row: 0, cosine: 0.005 },
      ],
      [
        { row: 1, cosine: 0.4 },
        { row: 2, cosine: 0.01 },
      ],
    ]);
    expect(pairs).toEqual([
      [0, 1],
      [1, 3],
      [2, 3],
    ]);
  });
});

test('files of a folder: in order, below it too, hidden ones left out', async () => {
  await mkdir(at('list', 'b', '.hidden'), { recursive: true });
  await Promise.all(
    ['z.png', 'b/a.png', 'b/.hidden/x.png', '.dot', 'a.png'].map((name) => writeFile(at('list', name), '')),
  );
  expect(await listFolder(at('list'))).toEqual(['a.png', 'b/a.png', 'z.png']);
});

test('--all finds copies, the most alike first, and says what is no picture; --against the copies of one', async () => {
  await mkdir(at('catalogue', 'old'), { recursive: true });
  const bases = ['mug-daily-front', 'shoe-navy-front', 'chair-yellow-front', 'car-green-front', 'bottle-verde-front'];
  for (const name of bases) {
    const picture = sharp(path.join(examples, `${name}.jpg`)).resize(480);
    await picture
      .clone()
      .jpeg()
      .toFile(at('catalogue', `${name}.jpg`));
    await picture
      .clone()
      .resize(300)
      .webp({ quality: 60 })
      .toFile(at('catalogue', 'old', `${name}.webp`));
  }
  await writeFile(at('catalogue', 'notes.txt'), 'no picture');
  const out = at('duplicates.csv');
  const all = await compare(
    '--all',
    at('catalogue'),
    '--out',
    out,
    '--workers',
    '1',
    '--min-score',
    '0.9',
    '--candidates',
    '2',
  );
  expect(all).toMatchObject({ code: 0, error: expect.stringContaining('notes.txt: This is no picture') });
  expect(all.out).toMatch(/^10 pictures, 1 other files; \d+ pairs compared, 5 of them at 0\.9 or above\./);
  const [heading, ...lines] = (await readFile(out, 'utf8')).trimEnd().split('\n');
  expect(heading).toMatch(/^primary,secondary,score,/);
  expect(lines.map((line) => line.split(',').slice(0, 2).toSorted().join(' ')).toSorted()).toEqual(
    bases.map((name) => [`${name}.jpg`, `old/${name}.webp`].toSorted().join(' ')).toSorted(),
  );
  const scores = lines.map((line) => Number(line.split(',')[2]));
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect(existsSync(`${out}.features`)).toBe(false);

  const mug = path.join(examples, 'mug-daily-front.jpg');
  const one = await compare(
    mug,
    '--against',
    at('catalogue'),
    '--out',
    at('mug.jsonl'),
    '--workers',
    '1',
    '--features',
    at('kept'),
    '--json',
  );
  expect(JSON.parse(one.out)).toMatchObject({ pictures: 11, unusable: 1, pairs: 10, compared: 10, failed: 0 });
  const [best, second, third] = (await readFile(at('mug.jsonl'), 'utf8'))
    .split('\n')
    .map((line) => JSON.parse(line || '{}') as Record<string, unknown>);
  expect([best?.['secondary'], second?.['secondary']].toSorted()).toEqual([
    'mug-daily-front.jpg',
    'old/mug-daily-front.webp',
  ]);
  expect(best).toMatchObject({ primary: mug });
  expect(Number(second?.['score'])).toBeGreaterThan(0.9);
  expect(Number(third?.['score'])).toBeLessThan(0.7);
  expect(existsSync(at('kept'))).toBe(true);
}, 120_000);

test('wrong use is told', async () => {
  expect(await compare('--all', at('nowhere'))).toMatchObject({
    code: 2,
    error: expect.stringContaining('cannot be read as a folder'),
  });
  expect(await compare('--all', home, '--queue', 'redis://x')).toMatchObject({
    code: 2,
    error: expect.stringContaining('--queue goes with --pairs'),
  });
  expect(await compare('--against', home)).toMatchObject({
    code: 2,
    error: expect.stringContaining('one picture and --against FOLDER'),
  });
  expect(await compare(at('none.jpg'), '--against', home, '--workers', '1', '--out', at('x.jsonl'))).toMatchObject({
    code: 2,
    error: expect.stringContaining('none.jpg: there is no such file'),
  });
}, 60_000);
