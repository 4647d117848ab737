import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { run } from '../src/cli/run.ts';
import { exampleReply, fakeServer } from './fake-server.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'semblance-'));
  for (const name of Object.keys(process.env).filter((key) => /^(?:ALIBABA_CLOUD|SEMBLANCE)_/.test(key)))
    vi.stubEnv(name, undefined);
  return () => vi.unstubAllEnvs();
});

/** A picture of one colour, which identifies it. */
function picture(colour: number): Buffer {
  return Buffer.concat([Buffer.from('P6 100 100 255\n'), Buffer.alloc(30_000, colour)]);
}

async function pictures(...names: readonly string[]): Promise<string[]> {
  const paths = names.map((name) => join(directory, name));
  await Promise.all(paths.map((path, index) => writeFile(path, picture(index))));
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

test('two files give a bar, the score and how it was obtained', async () => {
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

test('exit codes distinguish failures', async () => {
  const [a = '', b = ''] = await pictures('a.png', 'b.png');
  await using fine = await fakeServer(() => exampleReply('success'));
  await using pixels = await fakeServer(() => exampleReply('UnsupportedPicPixels'));
  await using denied = await fakeServer(() => exampleReply('NoPermission'));
  await using page = await fakeServer(() => ({ status: 404, body: '<html></html>' }));
  const once = ['--attempts', '1'];
  const text = join(directory, 'text.png');
  await writeFile(text, 'no picture');
  const results = {
    below: await invoke('compare', a, b, '-e', fine.endpoint, '--min-score', '0.9'),
    atLeast: await invoke('compare', a, b, '-e', fine.endpoint, '--min-score', '0.85'),
    noEndpoint: await invoke('compare', a, b),
    oneFile: await invoke('compare', a, '-e', fine.endpoint),
    filesAndPairs: await invoke('compare', a, b, '--pairs', 'x.csv', '-e', fine.endpoint),
    bulkOnly: await invoke('compare', a, b, '--qps', '5', '-e', fine.endpoint),
    unsignedDialect: await invoke('compare', a, b, '--unsigned', '--dialect', 'V1', '-e', fine.endpoint),
    unchecked: await invoke('compare', a, text, '--no-check', '-e', fine.endpoint),
    checked: await invoke('compare', a, text, '-e', fine.endpoint),
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
    bulkOnly: 2,
    unsignedDialect: 2,
    unchecked: 0,
    checked: 3,
    badOption: 2,
    badEndpoint: 2,
    missingFile: 3,
    pixels: 3,
    denied: 4,
    page: 5,
  });
  expect(results.missingFile.error).toMatch(/secondary picture.*none\.png/);
  expect(results.checked.error).toMatch(/The secondary picture \(.*text\.png\) was not sent: .*UnsupportedPicFormat/);
  expect(results.bulkOnly.error).toMatch(/--qps has no effect without --pairs/);
  expect(results.pixels.error).toMatch(/What UnsupportedPicPixels means and what to do: https:/);
});

test('the help teaches', async () => {
  const { code, out } = await invoke('compare', '--help');
  expect(code).toBe(0);
  expect(out).toMatch(/Examples:[^]*Exit codes:/);
  expect((await invoke('--version')).out).toMatch(/^\d+\.\d+\.\d+/);
});

test('check continues after an unreadable file', async () => {
  const [a, b] = [join(directory, 'a.png'), join(directory, 'b.png')];
  await Promise.all([writeFile(a, 'text'), writeFile(b, 'text')]);
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
  const a = join(directory, 'a.png');
  await writeFile(a, 'text');
  const { code, out } = await invoke('check', a);
  expect(code).toBe(3);
  expect(out).toMatch(/refused .*a\.png: UnsupportedPicFormat/);
});
