import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createMock, recordCase } from '../exports/mock.ts';
import { startMockServer } from '../exports/server.ts';
import { compareRequest, outcomeOf } from './compare-request.ts';

const program = new URL('../src/server/cli/main.ts', import.meta.url).pathname;
const command = ['--conditions=@semblance/source', program];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'semblance-mock-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Starts the program, calls `action` with its address, and stops it like a terminal. */
async function served<Result>(
  options: readonly string[],
  action: (url: string, greeting: string) => Promise<Result>,
): Promise<Result> {
  const child = spawn(process.execPath, [...command, '--port', '0', ...options]);
  const [output] = (await once(child.stdout, 'data')) as [Buffer];
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output.toString())?.[0] ?? '';
  const result = await action(url, output.toString());
  child.kill('SIGTERM');
  const [exitCode] = (await once(child, 'exit')) as [number];
  expect(exitCode).toBe(0);
  return result;
}

const call = (url: string): Promise<string | number> => fetch(compareRequest({ url })).then(outcomeOf);

async function failure(options: readonly string[]): Promise<{ readonly code: number; readonly stderr: string }> {
  return promisify(execFile)(process.execPath, [...command, ...options]).then(
    () => ({ code: 0, stderr: '' }),
    (error: { code: number; stderr: string }) => error,
  );
}

test('help shows examples', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [...command, '--help']);
  expect(stdout).toContain('semblance-mock --scenario "DeniedRequest*2,success"');
});

test('help that is piped to a program that has ended is no failure', async () => {
  const child = spawn(process.execPath, [...command, '--help']);
  child.stdout.destroy();
  let stderr = '';
  child.stderr.on('data', (bytes: Buffer) => (stderr += bytes.toString()));
  const [exitCode] = (await once(child, 'close')) as [number];
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
});

test('plans, scores and instances', async () => {
  const options = ['--scenario', 'DeniedRequest*1,success', '--score', '0.25', '--instance', 'demoinstance1'];
  const answers = await served(options, async (url) => [await call(url), await call(url)]);
  expect(answers).toEqual(['DeniedRequest', 0.25]);
  expect(await served(['--instance', 'other'], call)).toBe('Console.InstanceNotFound');
});

test('signatures, chance and replay', async () => {
  expect(await served(['--signature', 'strict', '--access-key', 'id:secret'], call)).toBe('MissingAccessKeyId');
  expect(await served(['--error-rate', '1', '--seed', '3'], call)).toEqual(expect.any(String));
  const request = compareRequest();
  const file = join(folder, 'cases.json');
  const recorded = await recordCase(request, await createMock({ scoring: 0.125 }).respond(request.clone()));
  await writeFile(file, JSON.stringify([recorded]));
  expect(await served(['--replay', file], call)).toBe(0.125);
});

test('what it says to try is answered as it says, signatures checked or not', async () => {
  const greetingOf = (...options: string[]): Promise<string> => served(options, async (_url, greeting) => greeting);
  expect(await greetingOf()).toMatch(/curl -s .*InstanceName=mock-DeniedRequest/);
  expect(await greetingOf('--signature', 'warn')).toMatch(/curl -s .*InstanceName=mock-DeniedRequest/);
  const strict = await greetingOf('--signature', 'strict', '--access-key', 'id:secret');
  expect(strict).not.toContain('curl');
  expect(strict).toMatch(/SEMBLANCE_ACCESS_KEY_ID=id .*npx @semblance\/client compare .*--instance mock-DeniedRequest/);
  expect(strict).not.toContain('secret');
  expect(await greetingOf('--signature', 'strict')).toContain(
    'No key is known, so every call is refused: give one with --access-key ID:SECRET.',
  );
});

test('the certificate is written to the given file', async () => {
  const file = join(folder, 'mock.pem');
  await served(['--certificate-file', file], async () => undefined);
  expect(await readFile(file, 'utf8')).toMatch(/^-----BEGIN CERTIFICATE-----/);
});

test.each<[readonly string[], RegExp]>([
  [['--scenario', 'DeniedReqest'], /Did you mean "DeniedRequest"\?/],
  [['--port', '70000'], /A port is a number from 0 to 65535/],
  [['--score', '2'], /a number from 0 to 1, or "bytes", or "engine"/],
  [['--access-key', 'id'], /ID:SECRET/],
  [['--access-key', 'id:secret'], /--access-key goes with --signature warn or strict/],
  [['--signature', 'maybe'], /off, warn, strict/],
  [['--replay', '/nowhere.json'], /\/nowhere\.json cannot be read: there is no such file or folder \(ENOENT\)/],
  [['--replay', 'package.json'], /package\.json.* this is no JSON/],
  [['--replay', '/dev/null', '--record', 'x', '--upstream', 'http://x'], /cannot be used with/],
  [['--record', 'calls.jsonl'], /--record FILE and --upstream URL go together/],
  [['--record-pictures'], /goes with --record/],
  [['--record', 'x', '--upstream', 'http://a b'], /An upstream is an address/],
  [['--scenaro', 'success'], /Did you mean --scenario\?/],
  [['surplus'], /too many arguments/],
])('%j is refused with a hint', async (options, hint) => {
  const { code, stderr } = await failure(options);
  expect(code).toBe(1);
  expect(stderr).toMatch(hint);
});

test('a certificate file that cannot be written is reported, and the server ends', async () => {
  const { code, stderr } = await failure(['--port', '0', '--certificate-file', '/dev/null/mock.pem']);
  expect(code).toBe(1);
  expect(stderr).toContain(
    '--certificate-file /dev/null/mock.pem cannot be written: a part of its path is no folder (ENOTDIR)',
  );
}, 10_000);

test('a bind address of another machine is reported', async () => {
  expect(await failure(['--port', '0', '--host', '192.0.2.1'])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('This machine has no address 192.0.2.1.') as string,
  });
});

test.each(['SIGTERM', 'SIGKILL'] as const)(
  'started by npm, it ends with npm: %s',
  async (signal) => {
    const npm = spawn('npm', ['run', '--silent', 'mock', '--', '--port', '0'], {
      cwd: new URL('../../..', import.meta.url).pathname,
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: true,
    });
    const [output] = (await once(npm.stdout, 'data')) as [Buffer];
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output.toString())?.[0] ?? '';
    expect((await fetch(`${url}/__mock/`)).status).toBe(200);
    npm.kill(signal);
    await vi.waitFor(() => expect(() => process.kill(-(npm.pid ?? 0), 0)).toThrow('ESRCH'), { timeout: 20_000 });
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  },
  30_000,
);

test('the version is that of the package', async () => {
  const manifest = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  for (const option of ['-V', '--version']) {
    const { stdout } = await promisify(execFile)(process.execPath, [...command, option]);
    expect(stdout.trim()).toBe(manifest.version);
  }
});

test('calls are recorded from an upstream, added to the file, and replayed', async () => {
  const file = join(folder, 'calls.jsonl');
  const upstream = await startMockServer({ scoring: 0.4375 });
  const recorded = { InstanceName: 'recorded1' };
  const other = { PrimaryPicContent: 'AAAA' };
  const record = ['--record', file, '--upstream', upstream.url];
  await served(record, (url) => fetch(compareRequest({ url, parameters: recorded })));
  await served(record, (url) => fetch(compareRequest({ url, parameters: { ...recorded, ...other } })));
  await upstream.close();
  expect((await readFile(file, 'utf8')).trim().split('\n')).toHaveLength(2);
  await appendFile(file, '{"cut off');
  const answers = await served(['--replay', file], async (url) => {
    const replayed = await fetch(compareRequest({ url, parameters: { ...recorded, ...other } })).then(outcomeOf);
    return [replayed, await fetch(compareRequest({ url, parameters: recorded })).then(outcomeOf), await call(url)];
  });
  expect(answers).toEqual(['UnsupportedPicFormat', 0.4375, 'ReplayMiss']);
});

test('violations are printed at the end on request', async () => {
  const child = spawn(process.execPath, [...command, '--port', '0', '--report']);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const url = await vi.waitFor(
    () => /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? Promise.reject(new Error(output)),
    10_000,
  );
  await fetch(compareRequest({ url, parameters: { InstanceName: '' } }));
  child.kill('SIGTERM');
  await once(child, 'exit');
  expect(output).toMatch(/1 of 1 requests break the contract:\n.*\n {4}EmptyMeta, InstanceName:/);
});

test('a missing engine is reported at the start', async () => {
  const loader = `data:text/javascript,import { registerHooks } from 'node:module'; registerHooks({ resolve: (name, context, next) => {
    if (name === '@semblance/engine') throw new Error('not installed'); return next(name, context); } });`;
  const run = promisify(execFile)(process.execPath, [
    '--import',
    loader,
    ...command,
    '--port',
    '0',
    '--score',
    'engine',
  ]);
  await expect(run).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining(
      'Scoring by the engine needs its package: npm install --save-dev @semblance/engine',
    ) as string,
  });
}, 10_000);

test('a port in use is reported', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const { code, stderr } = await failure(['--port', String(port)]);
  other.close();
  expect(code).toBe(1);
  expect(stderr).toContain(`Port ${port} is taken.`);
});
