import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { signV3 } from '@semblance/signing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, key, pair } from './support/call.ts';
import { ownEnvironment } from './support/own-environment.ts';
import { startTestEngine, settings } from './support/test-engine.ts';
import { stringify } from 'yaml';

const program = path.resolve(import.meta.dirname, '../../src/cli/main.ts');
const examples = path.resolve(import.meta.dirname, '../../../../examples');
const nodeArguments = ['--conditions=@semblance/source', program];

interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

function semblance(commandLine: readonly string[], environment: Record<string, string> = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const options = { env: ownEnvironment({ HOME: tmpdir(), ...environment }) };
    execFile(process.execPath, [...nodeArguments, ...commandLine], options, (error, stdout, stderr) => {
      resolve({ exitCode: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

const mug = path.join(examples, 'mug-daily-front.jpg');
const shoe = path.join(examples, 'shoe-navy-front.jpg');

describe('compare', () => {
  test('says the score, what it means, and what the pictures are', async () => {
    const { exitCode, stdout } = await semblance(['compare', mug, mug]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/mug-daily-front\.jpg {2}JPEG {2}1200 × 900 {2}\d+ kB/);
    expect(stdout).toMatch(/█{40} {2}1\.0000 {2}the same picture, pixel for pixel/);
  });

  test("--json and --xml are the contract's bodies", async () => {
    const json = JSON.parse((await semblance(['compare', mug, shoe, '--json'])).stdout) as Record<string, unknown>;
    expect(Object.keys(json)).toEqual(['Score', 'Success', 'RequestId', 'Msg', 'Code']);
    expect(json['Score']).toBeLessThan(0.5);
    const xml = await semblance(['compare', mug, path.join(examples, 'wrong/rotated.jpg'), '--xml']);
    expect(xml.exitCode).toBe(1);
    expect(xml.stdout).toMatch(/<Error><RequestId>.*<Code>IncorrectOrientation<\/Code>/);
  });

  test.each([
    [['nowhere.jpg', mug], 'nowhere.jpg: there is no such file'],
    [[mug, examples], 'it is a folder'],
    [[mug, path.join(examples, 'wrong/text.jpg')], /text\.jpg: .*\(UnsupportedPicFormat\)/],
    [[path.join(examples, 'wrong/truncated.jpg'), mug], /truncated\.jpg: .*\(InvalidPrimaryPicContent\)/],
    [[mug, mug, '--service-type', 'cars'], 'choose one of product'],
  ])('a failure names the file and what to do (%#)', async (commandLine, message) => {
    const { exitCode, stdout, stderr } = await semblance(['compare', ...commandLine]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain(' at ');
  });
});

test('--version says the version of the package', async () => {
  const { stdout } = await semblance(['--version']);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test.each([
  [['compare', mug, mug, '--json', '--xml'], "'--xml' cannot be used with option '--json'"],
  [['compare', '--pairs', 'pairs.csv', '--workers', '257'], 'give at most 256'],
  [['worker', '--pictures', '.', '--workers', '1000000000'], 'give at most 256'],
  [['compare', '--pairs', 'none.csv'], 'none.csv cannot be read: there is no such file or folder (ENOENT)'],
  [['compare', '--pairs', tmpdir()], 'cannot be read: it is a folder (EISDIR)'],
  [['compare', '--all', 'none'], 'none cannot be read as a folder: there is no such file or folder (ENOENT)'],
])('wrong use exits with 2 and says what to do: %j', async (commandLine, message) => {
  const { exitCode, stderr } = await semblance(commandLine);
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining(message) });
});

test('what is printed to a program that has ended is lost; the command is not', async () => {
  const child = spawn(process.execPath, [...nodeArguments, 'compare', mug, mug]);
  child.stdout.destroy();
  let stderr = '';
  child.stderr.on('data', (bytes: Buffer) => (stderr += bytes.toString()));
  const exitCode = await new Promise((resolve) => child.on('close', resolve));
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
});

describe('what differs', () => {
  const product = ['--service-type', 'product'];
  const [dad, mum] = ['mug-print-a.jpg', 'mug-print-b.jpg'].map((name) =>
    path.join(import.meta.dirname, '../field-cases', name),
  ) as [string, string];

  test('is named in words, in English and Chinese', async () => {
    expect((await semblance(['compare', ...product, dad, mum])).stdout).toContain(
      'same form, other print or content: the middle',
    );
    expect((await semblance(['compare', ...product, '--lang', 'zh', dad, mum])).stdout).toContain(
      '形式相同，图案或内容不同：中部',
    );
    expect((await semblance(['compare', '--lang', 'fr', dad, mum])).stderr).toContain('choose one of en, zh');
  }, 60_000);

  test('explain --json gives its regions in pixels of each file', async () => {
    const { stdout } = await semblance(['explain', '--json', ...product, dad, mum]);
    const { difference, decidedBy } = JSON.parse(stdout) as {
      readonly decidedBy: string;
      readonly difference: { readonly case: string; readonly regions: readonly { kind: string; first: object }[] };
    };
    expect(decidedBy).toBe('what differs');
    expect(difference.case).toBe('same-form-other-print');
    // The words on the mugs, 800 px a side.
    const conflict = difference.regions.find(({ kind }) => kind === 'conflicts');
    expect(conflict?.first).toMatchObject({ left: expect.closeTo(315, -2), top: expect.closeTo(400, -2) });
  }, 60_000);
});

test('help teaches', async () => {
  for (const command of [[], ['compare'], ['serve'], ['doctor'], ['decode-message'], ['sts-token']]) {
    const { exitCode, stdout } = await semblance([...command, '--help']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/Examples?:/);
  }
  expect((await semblance(['serve', '--port', 'x'])).stderr).toContain('a port is a number');
});

describe('doctor', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'semblance-doctor-'));
  });
  afterAll(() => rm(directory, { recursive: true }));

  async function capture(change: (text: string) => string): Promise<string> {
    const signed = await signV3({
      key,
      method: 'POST',
      host: 'example.com',
      contentType: 'application/x-www-form-urlencoded',
      action: 'CompareSimilarByImage',
      version: '2020-12-14',
      body: Buffer.from('InstanceName=a'),
      date: new Date('2026-01-09T08:00:00Z'),
      nonce: 'n',
    });
    const lines = Object.entries(signed.headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const file = path.join(directory, 'request.txt');
    await writeFile(file, change(`POST / HTTP/1.1\r\nhost: example.com\r\n${lines.join('')}\r\nInstanceName=a`));
    return file;
  }
  const environment = { SEMBLANCE_ACCESS_KEY_ID: key.accessKeyId, SEMBLANCE_ACCESS_KEY_SECRET: key.accessKeySecret };

  test('a good capture, one behind a proxy, one with another body', async () => {
    const good = await semblance(['doctor', await capture((text) => text)], environment);
    expect(good).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('The signature matches.') as string });
    const proxied = await semblance(
      [
        'doctor',
        await capture((text) => text.replace('host: example.com', 'host: 127.0.0.1\r\nx-forwarded-host: example.com')),
      ],
      environment,
    );
    expect(proxied.exitCode).toBe(1);
    expect(proxied.stdout).toMatch(
      /SignatureDoesNotMatch[^]*First difference: host, received 127\.0\.0\.1, signed example\.com/,
    );
    const changed = await semblance(['doctor', await capture((text) => `${text}&b=c`)], environment);
    expect(changed.stdout).toMatch(/body/i);
    expect(changed.stdout + proxied.stdout).not.toContain(key.accessKeySecret);
  });

  test('without a key it says where to put one', async () => {
    expect((await semblance(['doctor', await capture((text) => text)])).stderr).toContain(
      'set SEMBLANCE_ACCESS_KEY_ID',
    );
  });
});

test('a diagnosis from a refusal can be opened with the configuration, and credentials issued with it work', async () => {
  const directory = await mkdtemp(path.join(tmpdir(), 'semblance-cli-'));
  const file = path.join(directory, 'engine.yaml');
  await writeFile(file, stringify(settings));
  const engine = await startTestEngine();
  const { json } = await call(engine, pair, { key: { accessKeyId: 'denied', accessKeySecret: 'deniedSecret' } });
  const { EncodedDiagnosticMessage: message = '' } = json['AccessDeniedDetail'] as Record<string, string>;
  const opened = await semblance(['decode-message', message, '--config', file]);
  expect(JSON.parse(opened.stdout)).toMatchObject({
    requestId: json['RequestId'],
    verdict: 'ExplicitDeny',
    policy: 'no-comparing',
    principal: 'user:1000:eve',
  });
  const issued = await semblance(['sts-token', '--config', file, '--issuer', 'build', '--seconds', '60']);
  expect((await call(engine, pair, { key: JSON.parse(issued.stdout) as typeof key })).json['Code']).toBe(0);
  await engine.stop();
  await rm(directory, { recursive: true });
});

test('serve: environment, greeting, reload, drain; open to others only with keys', async () => {
  const refused = await semblance(['serve', '--host', '0.0.0.0', '--port', '0']);
  expect(refused).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('without access keys') as string });
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: await mkdtemp(path.join(tmpdir(), 'semblance-home-')),
    SEMBLANCE_ACCESS_KEY_ID: key.accessKeyId,
    SEMBLANCE_ACCESS_KEY_SECRET: key.accessKeySecret,
    SEMBLANCE_INSTANCE: 'mine',
  };
  const child = spawn(process.execPath, [...nodeArguments, 'serve', '--port', '0'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const port = await new Promise<number>((resolve) => {
    let text = '';
    child.stderr.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      const match = /http:\/\/127\.0\.0\.1:(?<port>\d+)/.exec(text);
      if (match !== null) resolve(Number(match.groups?.['port']));
    });
  });
  child.kill('SIGHUP');
  expect((await call({ port }, { ...pair, InstanceName: 'mine' })).json['Code']).toBe(0);
  const ended = new Promise((resolve) => {
    child.on('exit', resolve);
  });
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  await rm(env.HOME, { recursive: true });
}, 60_000);
