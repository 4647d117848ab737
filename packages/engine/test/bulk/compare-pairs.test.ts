import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';

const engine = path.resolve(import.meta.dirname, '../../src/cli/main.ts');
const rowsRunner = path.resolve(import.meta.dirname, 'run-rows.ts');
let home: string;

beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'semblance-bulk-'));
  return () => rm(home, { recursive: true, force: true });
});

const at = (name: string): string => path.join(home, name);

/** Pictures of slanted lines, each at its own slant. */
async function drawPictures(count: number): Promise<readonly string[]> {
  const names = Array.from({ length: count }, (_, index) => `p${index}.ppm`);
  const draw = (slant: number): Buffer => {
    const pixels = Buffer.alloc(100 * 100 * 3);
    for (let pixel = 0; pixel < 10_000; pixel += 1)
      pixels.fill(((pixel % 100) * (slant + 1) + Math.floor(pixel / 100) * 7) % 256, pixel * 3, pixel * 3 + 3);
    return Buffer.concat([Buffer.from('P6 100 100 255\n'), pixels]);
  };
  await Promise.all(names.map((name, index) => writeFile(at(name), draw(index))));
  return names;
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** Runs a program; kills it as `kill -9` does after a time, if it still runs. */
async function run(program: readonly string[], killAfterMs?: number): Promise<Ended> {
  const child = spawn(process.execPath, ['--conditions=@semblance/source', ...program]);
  const text = { out: '', error: '' };
  child.stdout.on('data', (chunk: Buffer) => (text.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text.error += chunk.toString()));
  const exit = once(child, 'exit') as Promise<[number | null]>;
  const ended = exit.then(() => undefined);
  if (killAfterMs !== undefined) {
    await Promise.race([ended, setTimeout(killAfterMs)]);
    child.kill('SIGKILL');
  }
  const [code] = await exit;
  return { code, ...text };
}

const compare = (...given: readonly string[]): Promise<Ended> => run([engine, 'compare', ...given]);

async function linesOf(file: string): Promise<Record<string, unknown>[]> {
  const text = await readFile(file, 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

test('a run that is killed fifty times ends in the file of an unbroken one, and compares nothing twice that was written', async () => {
  const names = await drawPictures(40);
  const rows = names.flatMap((primary) => names.map((secondary) => `${primary},${secondary},"${primary}, again"`));
  await writeFile(at('pairs.csv'), `primary,secondary,note\n${rows.join('\n')}\n`);
  await run([rowsRunner, at('pairs.csv'), at('unbroken.csv')]);
  let kills = 0;
  let compared = 0;
  for (let attempt = 0; !existsSync(at('killed.csv')) && attempt < 200; attempt += 1) {
    const { code, out } = await run(
      [rowsRunner, at('pairs.csv'), at('killed.csv')],
      attempt < 50 ? 150 + 7 * attempt : undefined,
    );
    if (code === null) kills += 1;
    compared += out.split('\n').filter((line) => line === 'compared').length;
  }
  expect(kills).toBeGreaterThanOrEqual(20);
  expect(await readFile(at('killed.csv'), 'utf8')).toBe(await readFile(at('unbroken.csv'), 'utf8'));
  expect((await readFile(at('killed.csv'), 'utf8')).trimEnd().split('\n')).toHaveLength(1601);
  // A pair may be compared once more for each kill and each of the eight under way.
  expect(compared).toBeLessThanOrEqual(1600 + 8 * kills);
  expect((await readdir(home)).filter((name) => /partial|new/.test(name))).toEqual([]);
}, 120_000);

test('the command: rows that are wrong are results, columns come back, counts and exit codes tell', async () => {
  await drawPictures(3);
  const rows = ['1,p0.ppm,p0.ppm,"a, b"', '2,p0.ppm,p2.ppm,', '3,missing.ppm,p0.ppm,', '4,p0.ppm', '5,,p0.ppm,'];
  await writeFile(at('pairs.csv'), `id,primary,secondary,note\n${rows.join('\n')}\n`);
  const first = await compare('--pairs', at('pairs.csv'), '--workers', '1', '--min-score', '0.99');
  expect(first).toMatchObject({
    code: 6,
    out: expect.stringMatching(/^2 pairs compared, 3 failed, 1 below 0\.99\. Results: /),
  });
  const out = at('pairs.csv.results.jsonl');
  expect(await linesOf(out)).toEqual([
    {
      id: '1',
      primary: 'p0.ppm',
      secondary: 'p0.ppm',
      note: 'a, b',
      score: 1,
      calibration: expect.any(String),
      key: expect.any(String),
    },
    expect.objectContaining({ id: '2', note: '', score: expect.any(Number) }),
    expect.objectContaining({
      id: '3',
      errorCode: 'PictureInputInvalid',
      errorMessage: expect.stringContaining('no such file'),
    }),
    expect.objectContaining({
      id: '4',
      errorCode: 'RowInvalid',
      errorMessage: expect.stringContaining('Row 4 has another number'),
    }),
    expect.objectContaining({ id: '5', errorCode: 'RowInvalid', errorMessage: 'Row 5 lacks "primary".' }),
  ]);
  await writeFile(at('pairs.jsonl'), '{"a":"p0.ppm","b":"p1.ppm","tag":7}\n{"a":"p1.ppm","b":"p1.ppm"}\n');
  const csv = await compare(
    '--pairs',
    at('pairs.jsonl'),
    '--out',
    at('scores.csv'),
    '--workers',
    '1',
    '--min-score',
    '0.99',
    '--json',
  );
  expect(csv.code).toBe(1);
  expect(JSON.parse(csv.out)).toEqual({
    pairs: 2,
    compared: 2,
    reused: 0,
    failed: 0,
    belowMinimum: 1,
    out: at('scores.csv'),
  });
  expect((await readFile(at('scores.csv'), 'utf8')).split('\n')[0]).toBe(
    'a,b,tag,score,errorCode,errorMessage,calibration,requestId,durationMs,attempts,key',
  );
}, 60_000);

test('a picture that has changed is compared again, and nothing else', async () => {
  await drawPictures(3);
  await writeFile(at('pairs.csv'), 'a,b\np0.ppm,p1.ppm\np1.ppm,p2.ppm\np2.ppm,p2.ppm\n');
  await run([rowsRunner, at('pairs.csv'), at('out.jsonl')]);
  await writeFile(at('p0.ppm'), await readFile(at('p2.ppm')));
  const { out } = await run([rowsRunner, at('pairs.csv'), at('out.jsonl')]);
  expect(out.trim().split('\n').toSorted()).toEqual(['compared', 'reused', 'reused']);
});

test('wrong use ends with 2 and says what to do', async () => {
  await writeFile(at('pairs.csv'), 'x,y\n1,2\n');
  await writeFile(at('precious.csv'), 'mine\n1\n');
  expect(await compare('--pairs', at('pairs.csv'))).toMatchObject({
    code: 2,
    error: expect.stringContaining('The first line names the columns'),
  });
  expect(await compare('--out', 'x.jsonl', 'a', 'b')).toMatchObject({
    code: 2,
    error: expect.stringContaining('--out goes with --pairs'),
  });
  await writeFile(at('pairs.csv'), 'a,b\n1,2\n');
  expect(await compare('--pairs', at('pairs.csv'), '--out', at('pairs.csv'))).toMatchObject({
    code: 2,
    error: expect.stringContaining('results need a file of their own'),
  });
  expect(await compare('--pairs', at('pairs.csv'), '--out', at('precious.csv'))).toMatchObject({
    code: 2,
    error: expect.stringContaining('holds no results'),
  });
  expect(await readFile(at('precious.csv'), 'utf8')).toBe('mine\n1\n');
}, 60_000);

test.each(['-', '/dev/stdin'])('pairs from a pipe, as %s, are refused: they were lost without a word', async (name) => {
  expect(await compare('--pairs', name, '--out', at('out.csv'))).toMatchObject({
    code: 2,
    error: expect.stringContaining(`${name} is no file. Pairs are read twice`),
  });
});

test('an option of many pairs that cannot be used ends with 2 as well: 1 says that scores are low', async () => {
  await writeFile(at('pairs.csv'), 'a,b\n1,2\n');
  for (const given of [
    ['--pairs', at('pairs.csv'), '--service-type', 'pets'],
    ['--pairs', at('pairs.csv'), '--model', at('nowhere.yaml')],
    ['--all', home, '--service-type', 'pets'],
    ['--all', home, '--model', at('nowhere.yaml')],
    ['--pairs', at('pairs.csv'), '--out', at('nowhere/out.jsonl')],
  ]) {
    expect(await compare(...given)).toMatchObject({
      code: 2,
      error: expect.stringMatching(/^semblance: /),
    });
  }
  for (const given of [
    ['--pairs', at('pairs.csv'), '--workers', 'many'],
    ['--pairs', at('pairs.csv'), '--unknown'],
  ]) {
    expect(await compare(...given)).toMatchObject({
      code: 2,
      error: expect.stringMatching(/^error: /),
    });
  }
}, 60_000);

test('the command itself, killed while its workers compare, ends in the same file', async () => {
  const names = await drawPictures(12);
  const rows = names.flatMap((primary) => names.map((secondary) => `${primary},${secondary}`));
  await writeFile(at('pairs.csv'), `primary,secondary\n${rows.join('\n')}\n`);
  const run144 = (out: string, killAfterMs?: number): Promise<Ended> =>
    run([engine, 'compare', '--pairs', at('pairs.csv'), '--out', at(out), '--workers', '2'], killAfterMs);
  let kills = 0;
  for (let attempt = 0; !existsSync(at('killed.jsonl')); attempt += 1)
    if ((await run144('killed.jsonl', attempt < 4 ? 1500 + 400 * attempt : undefined)).code === null) kills += 1;
  expect((await run144('unbroken.jsonl')).code).toBe(0);
  expect(kills).toBeGreaterThan(0);
  expect(await readFile(at('killed.jsonl'), 'utf8')).toBe(await readFile(at('unbroken.jsonl'), 'utf8'));
}, 120_000);
