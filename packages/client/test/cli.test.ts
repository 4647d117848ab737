import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { run } from '../src/cli/run.ts';
import { exampleReply, fakeServer } from './fake-server.ts';
import type { Recorded } from './fake-server.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'semblance-'));
  for (const name of Object.keys(process.env).filter((key) => /^(?:ALIBABA_CLOUD|SEMBLANCE)_/.test(key)))
    vi.stubEnv(name, undefined);
  return () => vi.unstubAllEnvs();
});

async function pictures(...names: readonly string[]): Promise<string[]> {
  const paths = names.map((name) => join(directory, name));
  await Promise.all(paths.map((path, index) => writeFile(path, Buffer.from([index, 1, 2, 3]))));
  return paths;
}

async function invoke(...argv: readonly string[]): Promise<{ code: number; out: string; error: string }> {
  const lines = { out: [] as string[], error: [] as string[] };
  const code = await run(argv, {
    out: (text) => void lines.out.push(text),
    error: (text) => void lines.error.push(text),
    withColour: false,
  });
  return { code, out: lines.out.join('\n'), error: lines.error.join('\n') };
}

function firstByte(request: Recorded): number {
  return Buffer.from(request.form.get('PrimaryPicContent') ?? '', 'base64')[0] ?? -1;
}

test('two files give a bar, the score and how it was had', async () => {
  const [a = '', b = ''] = await pictures('a.png', 'b.png');
  await using server = await fakeServer(() => exampleReply('success'));
  const { code, out } = await invoke('compare', a, b, '--endpoint', server.endpoint);
  expect(code).toBe(0);
  expect(out).toMatch(/^█{26}░{4} {2}0\.8500\n\d+ ms, sent in the request, request B3137727-/);
});

test('--json prints one line that a program can read', async () => {
  const [a = '', b = ''] = await pictures('a.png', 'b.png');
  await using server = await fakeServer(() => exampleReply('success'));
  const { code, out } = await invoke('compare', a, b, '--endpoint', server.endpoint, '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ primary: a, secondary: b, score: 0.85, transfer: 'inline', attempts: 1 });
});

test('the endpoint and the key may come from the environment', async () => {
  const [a = '', b = ''] = await pictures('a.png', 'b.png');
  await using server = await fakeServer(() => exampleReply('success'));
  vi.stubEnv('SEMBLANCE_ENDPOINT', server.endpoint);
  vi.stubEnv('SEMBLANCE_INSTANCE', 'shoes');
  vi.stubEnv('SEMBLANCE_ACCESS_KEY_ID', 'id');
  vi.stubEnv('SEMBLANCE_ACCESS_KEY_SECRET', 'secret');
  expect((await invoke('compare', a, b)).code).toBe(0);
  expect((await invoke('compare', a, b, '--unsigned')).code).toBe(0);
  expect(server.requests.map(({ form }) => form.get('InstanceName'))).toEqual(['shoes', 'shoes']);
  expect(server.requests.map(({ headers }) => headers['authorization']?.split(',')[0])).toEqual([
    'ACS3-HMAC-SHA256 Credential=id',
    undefined,
  ]);
});

test('exit codes tell what went wrong', async () => {
  const [a = '', b = ''] = await pictures('a.png', 'b.png');
  await using fine = await fakeServer(() => exampleReply('success'));
  await using pixels = await fakeServer(() => exampleReply('UnsupportedPicPixels'));
  await using denied = await fakeServer(() => exampleReply('NoPermission'));
  await using page = await fakeServer(() => ({ status: 404, body: '<html></html>' }));
  const once = ['--attempts', '1'];
  const results = {
    below: await invoke('compare', a, b, '-e', fine.endpoint, '--min-score', '0.9'),
    atLeast: await invoke('compare', a, b, '-e', fine.endpoint, '--min-score', '0.85'),
    noEndpoint: await invoke('compare', a, b),
    oneFile: await invoke('compare', a, '-e', fine.endpoint),
    filesAndPairs: await invoke('compare', a, b, '--pairs', 'x.csv', '-e', fine.endpoint),
    badOption: await invoke('compare', a, b, '-e', fine.endpoint, '--min-score', '2'),
    badEndpoint: await invoke('compare', a, b, '-e', 'ftp://127.0.0.1'),
    missingFile: await invoke('compare', a, join(directory, 'none.png'), '-e', fine.endpoint),
    pixels: await invoke('compare', a, b, '-e', pixels.endpoint),
    denied: await invoke('compare', a, b, '-e', denied.endpoint),
    page: await invoke('compare', a, b, '-e', page.endpoint, ...once),
  };
  expect(Object.fromEntries(Object.entries(results).map(([name, { code }]) => [name, code]))).toEqual({
    below: 1,
    atLeast: 0,
    noEndpoint: 2,
    oneFile: 2,
    filesAndPairs: 2,
    badOption: 2,
    badEndpoint: 2,
    missingFile: 3,
    pixels: 3,
    denied: 4,
    page: 5,
  });
  expect(results.missingFile.error).toMatch(/secondary picture.*none\.png/);
  expect(results.pixels.error).toMatch(/What UnsupportedPicPixels means and what to do: https:/);
});

test('the help teaches', async () => {
  const { code, out } = await invoke('compare', '--help');
  expect(code).toBe(0);
  expect(out).toMatch(/Examples:[^]*Exit codes:/);
  expect((await invoke('--version')).out).toMatch(/^\d+\.\d+\.\d+/);
});

async function pairsFile(count: number): Promise<string> {
  const names = Array.from({ length: count }, (_, index) => `p${index}.png`);
  await pictures(...names);
  const path = join(directory, 'pairs.csv');
  await writeFile(
    path,
    `\uFEFFid,primary,secondary\n${names.map((name, index) => `${index},${name},"p0.png"`).join('\n')}\n`,
  );
  return path;
}

async function results(path: string): Promise<Record<string, unknown>[]> {
  const text = await readFile(`${path}.results.jsonl`, 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

test('--pairs writes a line for each pair, failures included, and goes on where it stopped', async () => {
  const path = await pairsFile(6);
  let broken = true;
  await using server = await fakeServer((request) =>
    exampleReply(broken && firstByte(request) === 2 ? 'UnsupportedPicPixels' : 'success'),
  );
  const first = await invoke('compare', '--pairs', path, '-e', server.endpoint);
  expect(first.code).toBe(6);
  expect(first.out).toMatch(/5 pairs compared, 1 failed/);
  const lines = await results(path);
  expect(lines).toHaveLength(6);
  expect(lines.find(({ id }) => id === '2')).toMatchObject({
    primary: 'p2.png',
    error: { code: 'UnsupportedPicPixels', retryable: false },
  });
  expect(lines.find(({ id }) => id === '4')).toMatchObject({ primary: 'p4.png', secondary: 'p0.png', score: 0.85 });
  broken = false;
  const second = await invoke('compare', '--pairs', path, '-e', server.endpoint, '--json');
  expect(second.code).toBe(0);
  expect(JSON.parse(second.out)).toMatchObject({ pairs: 6, compared: 1, failed: 0 });
  expect(second.error).toMatch(/5 of 6 pairs are already/);
  expect(server.requests).toHaveLength(7);
});

test('a results file whose last line was cut off is taken up again', async () => {
  const path = await pairsFile(2);
  await using server = await fakeServer(() => exampleReply('success'));
  await writeFile(
    `${path}.results.jsonl`,
    '{"id":"0","primary":"p0.png","secondary":"p0.png","score":0.5}\n{"id":"1","primary":"p1.p',
  );
  expect((await invoke('compare', '--pairs', path, '-e', server.endpoint)).code).toBe(0);
  expect(server.requests).toHaveLength(1);
  const text = await readFile(`${path}.results.jsonl`, 'utf8');
  expect(text.trim().split('\n')).toHaveLength(3);
});

test('a pairs file that is none is refused', async () => {
  const path = join(directory, 'pairs.csv');
  await writeFile(path, 'a.png,b.png\nc.png,d.png\n');
  expect(await invoke('compare', '--pairs', path, '-e', 'http://127.0.0.1:9')).toMatchObject({
    code: 2,
    error: expect.stringMatching(/primary,secondary/),
  });
  await writeFile(path, 'primary,secondary\n"a.png,b.png\n');
  expect(await invoke('compare', '--pairs', path, '-e', 'http://127.0.0.1:9')).toMatchObject({
    code: 2,
    error: expect.stringMatching(/CSV/),
  });
  expect(await invoke('compare', '--pairs', join(directory, 'none.csv'), '-e', 'http://127.0.0.1:9')).toMatchObject({
    code: 2,
  });
});

test('check goes on after a file that cannot be read', async () => {
  const [a = '', b = ''] = await pictures('a.png', 'b.png');
  const missing = join(directory, 'missing.png');
  const { code, out } = await invoke('check', a, missing, b);
  expect(code).toBe(3);
  expect(out.split('\n')).toEqual([
    expect.stringMatching(/^refused .*a\.png: UnsupportedPicFormat/),
    expect.stringMatching(/^refused .*missing\.png: it could not be read: ENOENT/),
    expect.stringMatching(/^refused .*b\.png: UnsupportedPicFormat/),
  ]);
  const lines = (await invoke('check', '--json', missing, b)).out.split('\n').map((line) => JSON.parse(line) as object);
  expect(lines).toMatchObject([
    { file: missing, ok: false, code: 'PictureInputInvalid' },
    { file: b, ok: false },
  ]);
});

test('check needs no server', async () => {
  const [a = ''] = await pictures('a.png');
  const { code, out } = await invoke('check', a);
  expect(code).toBe(3);
  expect(out).toMatch(/refused .*a\.png: UnsupportedPicFormat/);
});
