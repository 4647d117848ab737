import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '@semblance/engine';
import { startMockServer } from '@semblance/mock-server';
import type { MockServer } from '@semblance/mock-server';
import { runProgram } from './run-program.ts';
import type { ProgramResult } from './run-program.ts';
import { key, startTestEngine } from './started-engine.ts';

const folder = path.resolve(import.meta.dirname, '../languages');
const examples = path.resolve(import.meta.dirname, '../../../examples');
const pair = [path.join(examples, 'mug-daily-front.jpg'), path.join(examples, 'mug-daily-left.jpg')];
const same = [path.join(examples, 'formats/teapot.bmp'), path.join(examples, 'formats/teapot.bmp')];

/** Has a folder for each language: `python` with the SDK's packages. */
const sdks = process.env['SEMBLANCE_OFFICIAL_SDKS'];
const pythonPackages = sdks === undefined ? undefined : path.join(sdks, 'python');
const hasPython = pythonPackages !== undefined && existsSync(pythonPackages);
const python = process.env['SEMBLANCE_PYTHON'] ?? 'python3';

/** How each sample's syntax is checked, where the machine has the tool. */
const checks: Readonly<Record<string, readonly [program: string, ...parameters: string[]]>> = {
  'compare.py': ['python3', '-c', 'import ast,sys; ast.parse(open(sys.argv[1]).read())'],
  'compare_v1.py': ['python3', '-c', 'import ast,sys; ast.parse(open(sys.argv[1]).read())'],
  'compare.go': ['gofmt', '-e', '-l'],
  'compare.php': ['php', '-l'],
  'compare.mjs': [process.execPath, '--check'],
  'Compare.java': ['javac', '-proc:none', '-implicit:none', '-XDshould-stop.ifError=PARSE', '-d', tmpdir()],
  'Compare.cs': ['mcs', '--parse'],
};

function isInstalled(program: string): boolean {
  return spawnSync(program, ['-version']).error === undefined;
}

describe('the samples of the guide', () => {
  test('are all checked', () => {
    expect(Object.keys(checks).sort()).toEqual(
      readdirSync(folder)
        .filter((name) => /\.(?:mjs|py|go|php|java|cs)$/.test(name))
        .sort(),
    );
  });

  for (const [name, [program, ...parameters]] of Object.entries(checks)) {
    test.skipIf(!isInstalled(program))(`${name} is well formed, says ${program}`, () => {
      const run = spawnSync(program, [...parameters, path.join(folder, name)], { encoding: 'utf8' });
      // Without the SDK a compiler misses its packages; that is no fault of the sample's form.
      const faults = `${run.stdout}${run.stderr}`.split('\n').filter((line) => /error/i.test(line) && !isMissing(line));
      expect(faults).toEqual([]);
    });
  }
});

function isMissing(line: string): boolean {
  return /package .* does not exist|cannot find symbol|^\d+ errors?$|No syntax errors/i.test(line);
}

describe.each(['engine', 'mock'] as const)("Node's sample against the %s", (server) => {
  let called: Engine | MockServer;
  let directory: string;
  beforeAll(async () => {
    const accessKeys = { [key.accessKeyId]: { accessKeySecret: key.accessKeySecret } };
    called = await (server === 'engine' ? startTestEngine() : startMockServer({ signature: 'strict', accessKeys }));
    directory = mkdtempSync(path.join(tmpdir(), 'official-sdks-'));
    writeFileSync(path.join(directory, 'cert.pem'), called.certificate);
  }, 60_000);
  afterAll(async () => {
    await ('stop' in called ? called.stop() : called.close());
    rmSync(directory, { recursive: true });
  });

  async function run(parameters: readonly string[], more: Record<string, string> = {}): Promise<object> {
    const env = {
      SEMBLANCE_ENDPOINT: `127.0.0.1:${called.port}`,
      SEMBLANCE_ACCESS_KEY_ID: key.accessKeyId,
      SEMBLANCE_ACCESS_KEY_SECRET: key.accessKeySecret,
      NODE_EXTRA_CA_CERTS: path.join(directory, 'cert.pem'),
      ...more,
    };
    return (await runProgram(process.execPath, [path.join(folder, 'compare.mjs'), ...parameters], { env })).answer;
  }

  test.each(['base64', 'advance'])('%s', async (how) => {
    expect(await run([how, ...same])).toEqual({ Score: 1 });
  });

  test.each(['base64', 'advance'])('%s with a wrong secret', async (how) => {
    const refused = await run([how, ...same], { SEMBLANCE_ACCESS_KEY_SECRET: 'wrong' });
    expect(refused).toMatchObject({ error: 'ClientError', code: 'SignatureDoesNotMatch' });
  });
});

/** The samples that upload by the product clients, in folders named like the language. */
const programs: Readonly<Record<string, (packages: string) => readonly [program: string, ...parameters: string[]]>> = {
  go: () => ['go', 'run', path.join(folder, 'compare.go')],
  php: (packages) => [
    'php',
    '-d',
    `auto_prepend_file=${packages}/vendor/autoload.php`,
    path.join(folder, 'compare.php'),
  ],
  java: (packages) => ['java', '-cp', `${packages}/*`, path.join(folder, 'Compare.java')],
};
const packagesOf = (language: string): string => path.join(sdks ?? '', language);
const isPresent = (language: string): boolean => sdks !== undefined && existsSync(packagesOf(language));

const absent = ['python', ...Object.keys(programs)].filter((language) => !isPresent(language));
if (absent.length > 0) {
  console.log(
    `Not run, because SEMBLANCE_OFFICIAL_SDKS names no folder with their SDK's packages: ${absent.join(', ')}.`,
  );
}

describe.each(Object.keys(programs).filter(isPresent))('the SDK for %s, unmodified', (language) => {
  test.each(['engine', 'mock'] as const)(
    'uploads to the %s, byte for byte',
    async (server) => {
      const accessKeys = { [key.accessKeyId]: { accessKeySecret: key.accessKeySecret } };
      const called = await (server === 'engine'
        ? startTestEngine()
        : startMockServer({ signature: 'strict', accessKeys }));
      const [program = '', ...parameters] = programs[language]?.(packagesOf(language)) ?? [];
      const env = {
        SEMBLANCE_ENDPOINT: `127.0.0.1:${called.port}`,
        SEMBLANCE_INSTANCE: 'demoinstance1',
        SEMBLANCE_ACCESS_KEY_ID: key.accessKeyId,
        SEMBLANCE_ACCESS_KEY_SECRET: key.accessKeySecret,
      };
      const { answer } = await runProgram(program, [...parameters, ...same], { env, directory: packagesOf(language) });
      await ('stop' in called ? called.stop() : called.close());
      expect(answer).toEqual({ Score: 1 });
    },
    90_000,
  );
});

describe.skipIf(!hasPython)("Python's SDK, unmodified", () => {
  let engine: Engine;
  let mock: MockServer;
  let directory: string;
  beforeAll(async () => {
    const accessKeys = { [key.accessKeyId]: { accessKeySecret: key.accessKeySecret } };
    engine = await startTestEngine();
    mock = await startMockServer({ signature: 'strict', accessKeys });
    directory = mkdtempSync(path.join(tmpdir(), 'official-sdks-'));
    writeFileSync(path.join(directory, 'engine.pem'), engine.certificate);
    writeFileSync(path.join(directory, 'mock.pem'), mock.certificate);
  }, 60_000);
  afterAll(async () => {
    await Promise.all([engine.stop(), mock.close()]);
    rmSync(directory, { recursive: true });
  });

  async function run(
    server: 'engine' | 'mock',
    parameters: readonly string[],
    more: Record<string, string> = {},
  ): Promise<ProgramResult> {
    const [program = '', ...rest] = parameters;
    const env = {
      PYTHONPATH: pythonPackages ?? '',
      SEMBLANCE_ENDPOINT: `127.0.0.1:${server === 'engine' ? engine.port : mock.port}`,
      SEMBLANCE_ACCESS_KEY_ID: key.accessKeyId,
      SEMBLANCE_ACCESS_KEY_SECRET: key.accessKeySecret,
      SEMBLANCE_CA: path.join(directory, `${server}.pem`),
      ...more,
    };
    return runProgram(python, [path.join(folder, program), ...rest], { env });
  }

  describe.each(['engine', 'mock'] as const)('against the %s', (server) => {
    test('Base64', async () => {
      expect((await run(server, ['compare.py', 'base64', ...pair])).answer).toMatchObject({ Code: 0, Success: true });
    }, 60_000);

    test('Base64, signed with SM3', async () => {
      const more = { SEMBLANCE_ALGORITHM: 'ACS3-HMAC-SM3' };
      expect((await run(server, ['compare.py', 'base64', ...pair], more)).answer).toMatchObject({ Code: 0 });
    }, 60_000);

    test('uploads by the asynchronous client, byte for byte', async () => {
      expect((await run(server, ['compare.py', 'async-advance', ...same])).answer).toMatchObject({ Score: 1 });
    }, 60_000);

    test('a wrong secret', async () => {
      const { answer } = await run(server, ['compare.py', 'base64', ...pair], { SEMBLANCE_ACCESS_KEY_SECRET: 'wrong' });
      expect(answer).toMatchObject({ error: 'ClientException', code: 'SignatureDoesNotMatch', status_code: 400 });
    }, 60_000);

    test('the legacy core', async () => {
      expect((await run(server, ['compare_v1.py', ...pair])).answer).toMatchObject({ Code: 0 });
    }, 60_000);

    test('the legacy core with a wrong secret', async () => {
      const { answer } = await run(server, ['compare_v1.py', ...pair], { SEMBLANCE_ACCESS_KEY_SECRET: 'wrong' });
      expect(answer).toMatchObject({ error: 'ServerException', code: 'SignatureDoesNotMatch' });
    }, 60_000);
  });
});
