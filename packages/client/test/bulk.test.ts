import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { run } from '../src/cli/run.ts';
import { exampleReply, fakeServer } from './fake-server.ts';
import type { FakeServer, Recorded, Reply } from './fake-server.ts';

let directory: string;
let pairs: string;
let out: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'semblance-'));
  pairs = join(directory, 'pairs.csv');
  out = `${pairs}.results.jsonl`;
  for (const name of Object.keys(process.env).filter((key) => /^(?:ALIBABA_CLOUD|SEMBLANCE)_/.test(key)))
    vi.stubEnv(name, undefined);
  return () => vi.unstubAllEnvs();
});

/** A picture of one colour, which identifies it. */
function picture(colour: number): Buffer {
  return Buffer.concat([Buffer.from('P6 100 100 255\n'), Buffer.alloc(30_000, colour)]);
}

function colourOf(request: Recorded, name = 'PrimaryPicContent'): number {
  return Buffer.from(request.form.get(name) ?? '', 'base64').at(-1) ?? -1;
}

/** A score that depends on the picture, and the header an engine sends. */
function scoreOf(request: Recorded, calibration?: string): Reply {
  const reply = exampleReply('success');
  const body = JSON.stringify({ ...JSON.parse(reply.body ?? ''), Score: colourOf(request) / 100 });
  const explained = calibration === undefined ? {} : { 'x-semblance-explain': `verdict=x; calibration=${calibration}` };
  return { ...reply, body, headers: { ...reply.headers, ...explained } };
}

async function invoke(
  server: FakeServer,
  ...argv: readonly string[]
): Promise<{ code: number; out: string; error: string }> {
  const lines = { out: [] as string[], error: [] as string[] };
  const code = await run(['compare', '--pairs', pairs, '-e', server.endpoint, ...argv], {
    out: (text) => void lines.out.push(text),
    error: (text) => void lines.error.push(text),
    withColour: false,
  });
  return { code, out: lines.out.join('\n'), error: lines.error.join('\n') };
}

/** Pictures of the colours 10, 20, 30, … and a file that compares each with the first. */
async function pairsOf(count: number, head = 'id,primary,secondary'): Promise<void> {
  const names = Array.from({ length: count }, (_, index) => `p${index}.ppm`);
  await Promise.all(names.map((name, index) => writeFile(join(directory, name), picture(10 * (index + 1)))));
  await writeFile(pairs, `\uFEFF${head}\n${names.map((name, index) => `${index},${name},"p0.ppm"`).join('\n')}\n`);
}

async function results(path = out): Promise<Record<string, unknown>[]> {
  const text = await readFile(path, 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

test('one line per row, in order, also for equal pairs; failed rows are listed and compared again', async () => {
  await pairsOf(3);
  await writeFile(pairs, `id,primary,secondary,note\n${'7,p1.ppm,p0.ppm,"a, b"\n'.repeat(5)}8,p2.ppm,p0.ppm,\n`);
  let broken = true;
  await using server = await fakeServer((request) =>
    broken && colourOf(request) === 30 ? exampleReply('UnsupportedPicPixels') : scoreOf(request),
  );
  const first = await invoke(server);
  expect(first).toMatchObject({ code: 6, out: `5 pairs compared, 1 failed. Results: ${out}` });
  expect(await results()).toEqual([
    ...Array.from({ length: 5 }, () => ({
      id: '7',
      primary: 'p1.ppm',
      secondary: 'p0.ppm',
      note: 'a, b',
      score: 0.2,
      key: expect.stringMatching(/^[0-9a-f]{32}$/),
    })),
    expect.objectContaining({
      id: '8',
      note: '',
      errorCode: 'UnsupportedPicPixels',
      errorMessage: expect.not.stringMatching(/Request id/),
    }),
  ]);
  broken = false;
  const second = await invoke(server, '--json');
  expect(second.error).toBe(`5 of 6 pairs are already in ${out}.`);
  expect(JSON.parse(second.out)).toEqual({ pairs: 6, compared: 1, reused: 5, failed: 0, out });
  expect(server.requests).toHaveLength(7);
  expect(await results()).toHaveLength(6);
  expect((await readdir(directory)).filter((name) => /partial|new/.test(name))).toEqual([]);
});

test.each<[string, () => Promise<readonly string[]>, number]>([
  ['nothing', async () => [], 0],
  ['a picture', async () => (await writeFile(join(directory, 'p1.ppm'), picture(90)), []), 1],
  ['the picture of all rows', async () => (await writeFile(join(directory, 'p0.ppm'), picture(90)), []), 3],
  ['the instance', async () => ['--instance', 'other'], 3],
  ['the service type', async () => ['--service-type', 'product'], 3],
  [
    'a row',
    async () => (
      await writeFile(pairs, 'id,primary,secondary\n0,p0.ppm,p0.ppm\n5,p1.ppm,p0.ppm\n2,p2.ppm,p0.ppm\n'),
      []
    ),
    1,
  ],
])('when %s has changed, the rows that depend on it are compared again', async (_what, change, expected) => {
  await pairsOf(3);
  await using server = await fakeServer((request) => scoreOf(request));
  await invoke(server);
  expect(server.requests).toHaveLength(3);
  expect((await invoke(server, ...(await change()))).code).toBe(0);
  expect(server.requests).toHaveLength(3 + expected);
});

test('another server’s scores are not reused', async () => {
  await pairsOf(2);
  await using one = await fakeServer((request) => scoreOf(request));
  await using other = await fakeServer(() => exampleReply('success'));
  await invoke(one);
  await invoke(other);
  expect(other.requests).toHaveLength(2);
  expect((await results()).map(({ score }) => score)).toEqual([0.85, 0.85]);
});

test('scores of another calibration are not mixed with those of this one', async () => {
  await pairsOf(3);
  let calibration = 'v1';
  await using server = await fakeServer((request) => scoreOf(request, calibration));
  await invoke(server);
  expect((await results()).map((line) => line['calibration'])).toEqual(['v1', 'v1', 'v1']);
  expect(server.requests[0]?.headers['x-semblance-explain']).toBe('1');
  await invoke(server);
  expect(server.requests).toHaveLength(4);
  calibration = 'v2';
  const third = await invoke(server);
  expect(third.error).toMatch(/another calibration by now, v2/);
  expect((await results()).map((line) => line['calibration'])).toEqual(['v2', 'v2', 'v2']);
  expect(server.requests).toHaveLength(7);
});

test('--min-score counts, and decides the exit code', async () => {
  await pairsOf(3);
  await using server = await fakeServer((request) => scoreOf(request));
  expect(await invoke(server, '--min-score', '0.2')).toMatchObject({
    code: 1,
    out: expect.stringMatching(/0 failed, 1 below 0\.2\. /),
  });
  expect(await invoke(server, '--min-score', '0.1')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/0 below 0\.1/),
  });
  expect(JSON.parse((await invoke(server, '--min-score', '0.3', '--json')).out)).toMatchObject({ belowMinimum: 2 });
});

test('CSV and lines of JSON, in and out, with all columns', async () => {
  await pairsOf(2);
  await using server = await fakeServer((request) => scoreOf(request));
  const csv = join(directory, 'scores.csv');
  await writeFile(pairs, 'a,b,"my note"\np0.ppm,p1.ppm,"say ""x"", y"\np1.ppm,p0.ppm,z\n');
  expect((await invoke(server, '--out', csv)).code).toBe(0);
  const lines = (await readFile(csv, 'utf8')).split('\n');
  expect(lines[0]).toBe('a,b,my note,score,errorCode,errorMessage,calibration,requestId,durationMs,attempts,key');
  expect(lines[1]).toMatch(/^p0\.ppm,p1\.ppm,"say ""x"", y",0\.1,,,,,,,[0-9a-f]{32}$/);
  expect((await invoke(server, '--out', csv)).error).toMatch(/2 of 2 pairs are already/);
  pairs = join(directory, 'pairs.jsonl');
  await writeFile(
    pairs,
    '{"primary":"p0.ppm","secondary":"p1.ppm","tags":["x",1]}\n\n{"primary":"p1.ppm","secondary":"p0.ppm"}\n',
  );
  expect((await invoke(server, '--details')).code).toBe(0);
  expect(await results(`${pairs}.results.jsonl`)).toMatchObject([
    { tags: '["x",1]', score: 0.1, requestId: expect.any(String), durationMs: expect.any(Number), attempts: 1 },
    { score: 0.2 },
  ]);
});

test.each<[string, string, RegExp]>([
  [
    'no heading',
    'p0.ppm,p1.ppm\np1.ppm,p0.ppm\n',
    /columns "p0\.ppm", "p1\.ppm"\. The first line names the columns: primary,secondary \(or a,b\)/,
  ],
  ['one column', 'primary,second\np0.ppm,p1.ppm\n', /columns "primary", "second"/],
  ['an empty cell', 'primary,secondary\np0.ppm,\n', /row 1 lacks "secondary"/],
  ['a column of results', 'primary,secondary,score\np0.ppm,p0.ppm,5\n', /column "score" is one that results add/],
  ['bad quotes', 'primary,secondary\n"p0.ppm,p1.ppm\n', /not well-formed CSV/],
  ['nothing', '', /has no pairs/],
])('a pairs file with %s is refused', async (_what, text, message) => {
  await writeFile(pairs, text);
  await using server = await fakeServer(() => exampleReply('success'));
  expect(await invoke(server)).toMatchObject({ code: 2, error: expect.stringMatching(message) });
  expect(server.requests).toHaveLength(0);
});

test('files that are not results are not overwritten', async () => {
  await pairsOf(1);
  await using server = await fakeServer(() => exampleReply('success'));
  expect(await invoke(server, '--out', pairs)).toMatchObject({
    code: 2,
    error: expect.stringMatching(/the file with the pairs itself/),
  });
  const notes = join(directory, 'notes.csv');
  await writeFile(notes, 'mine\nprecious\n');
  expect(await invoke(server, '--out', notes)).toMatchObject({
    code: 2,
    error: expect.stringMatching(/holds no results/),
  });
  expect(await readFile(notes, 'utf8')).toBe('mine\nprecious\n');
});

test('a run that left an incomplete line is continued', async () => {
  await pairsOf(2);
  await using server = await fakeServer((request) => scoreOf(request));
  await invoke(server);
  const whole = await readFile(out, 'utf8');
  const [first = '', second = ''] = (await results()).map(({ score, key }) => JSON.stringify({ score, key }));
  await writeFile(out, '');
  await writeFile(`${out}.partial`, `${first}\n${second.slice(0, 20)}`);
  await invoke(server);
  expect(server.requests).toHaveLength(3);
  expect(await readFile(out, 'utf8')).toBe(whole);
});

test('a column that only a later row has is written', async () => {
  await pairsOf(2);
  pairs = join(directory, 'pairs.jsonl');
  const rows = [{ primary: 'p0.ppm' }, { primary: 'p1.ppm', note: 'later' }];
  await writeFile(pairs, rows.map((row) => JSON.stringify({ ...row, secondary: 'p0.ppm' })).join('\n'));
  const csv = join(directory, 'scores.csv');
  await using server = await fakeServer((request) => scoreOf(request));
  expect(await invoke(server, '--out', csv)).toMatchObject({ code: 0 });
  const [heading, first, second] = (await readFile(csv, 'utf8')).split('\n');
  expect(heading).toMatch(/^primary,secondary,note,score,/);
  expect(first).toMatch(/^p0\.ppm,p0\.ppm,,0\.1,/);
  expect(second).toMatch(/^p1\.ppm,p0\.ppm,later,0\.2,/);
});

test('a column of the results is refused in a later row too, as a failed row would show it as its score', async () => {
  await pairsOf(1);
  pairs = join(directory, 'pairs.jsonl');
  const rows = [{ primary: 'p0.ppm' }, { primary: 'missing.ppm', score: 0.9 }];
  await writeFile(pairs, rows.map((row) => JSON.stringify({ ...row, secondary: 'p0.ppm' })).join('\n'));
  await using server = await fakeServer((request) => scoreOf(request));
  const { code, error } = await invoke(server);
  expect(code).toBe(2);
  expect(error).toContain('the column "score" is one that results add');
  expect(server.requests).toEqual([]);
});
