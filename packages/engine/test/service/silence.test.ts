import { spawnSync } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSandbox } from './support/program.ts';
import type { Sandbox } from './support/program.ts';
import { offences } from './support/system-calls.ts';
import type { Offence } from './support/system-calls.ts';

/**
 * What the programs say to the network and write to the disk, seen by the system itself: strace lists every connection, name look-up
 * and opened file of a process and of all that it starts.
 */
const hasStrace = spawnSync('strace', ['-V']).status === 0;
if (!hasStrace) process.stderr.write('silence.test.ts is skipped: install strace to run it\n');

const root = path.resolve(import.meta.dirname, '../../../..');
const examples = path.join(root, 'examples');
const [mug, other] = [path.join(examples, 'mug-daily-front.jpg'), path.join(examples, 'mug-daily-left.jpg')];
const program = path.join(root, 'packages/engine/src/cli/main.ts');

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await openSandbox();
});
afterEach(() => sandbox.remove());

/** Runs Node under the trace; @returns what it must not have done. */
async function traced(nodeArguments: readonly string[], allowed: readonly string[] = []): Promise<Offence[]> {
  const trace = path.join(path.dirname(sandbox.home), 'trace');
  const calls =
    'trace=connect,sendto,sendmsg,sendmmsg,openat,open,creat,mkdir,mkdirat,rename,renameat,renameat2,symlink';
  const { status, stderr } = spawnSync(
    'strace',
    [
      '-f',
      '-qq',
      '-s',
      '200',
      '-e',
      calls,
      '-o',
      trace,
      process.execPath,
      '--conditions=@semblance/source',
      ...nodeArguments,
    ],
    {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', HOME: sandbox.home, TMPDIR: sandbox.temporary },
    },
  );
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  return offences(await readFile(trace, 'utf8'), allowed);
}

const script = (text: string): string[] => ['--input-type=module-typescript', '--eval', text];

/** An engine, called through the client, inside one traced process with its workers. */
const engineAndClient = (settings: string): string => `
  import { readFile } from 'node:fs/promises';
  import { createClient } from '@semblance/client';
  import { startEngine } from '@semblance/engine';
  const engine = await startEngine({ port: 0, adminPort: 0, stateDirectory: process.env.HOME + '/state', settings: ${settings} });
  const client = createClient({ credentials: engine.generatedKey, endpoint: engine.url, instanceName: 'demoinstance1' });
  const [a, b] = await Promise.all([readFile(${JSON.stringify(mug)}), readFile(${JSON.stringify(other)})]);
  const { score } = await client.compare(a, b);
  if (!(score > 0 && score <= 1)) throw new Error('no score');
  await engine.stop();
`;

describe.skipIf(!hasStrace)('nothing leaves the machine, and nothing is written but state', () => {
  test('the trace sees what is not asked for', async () => {
    const loud = `import { lookup } from 'node:dns/promises'; import { writeFileSync } from 'node:fs';
      await lookup('collector.invalid').catch(() => undefined);
      writeFileSync(process.env.HOME + '/device-id', 'x');`;
    const seen = (await traced(script(loud))).map(({ kind }) => kind);
    expect(seen).toContain('write');
    expect(seen).toContain('network');
  }, 60_000);

  test('compare', async () => {
    expect(await traced([program, 'compare', mug, other])).toEqual([]);
  }, 120_000);

  test('many pairs of a folder, and the index of its pictures', async () => {
    const results = path.join(sandbox.home, 'results');
    await mkdir(results, { recursive: true });
    const formats = path.join(examples, 'formats');
    const given = ['compare', '--all', formats, '--out', path.join(results, 'all.jsonl'), '--workers', '1'];
    expect(await traced([program, ...given], [results])).toEqual([]);
    const index = `
      import { openIndexSearch } from './packages/engine/src/cli/bulk/nearest-index.ts';
      const search = await openIndexSearch();
      await search({ files: ['a', 'b'], length: 4, values: new Float32Array([1, 0, 0, 0, 0, 1, 0, 0]) }, 1);`;
    expect(await traced(script(index))).toEqual([]);
  }, 120_000);

  test('the engine with its workers, and the client', async () => {
    await mkdir(path.join(sandbox.home, 'state'), { recursive: true });
    expect(await traced(script(engineAndClient('{}')), [path.join(sandbox.home, 'state')])).toEqual([]);
  }, 180_000);

  test('a custom model', async () => {
    const text = `
      import { writeFile } from 'node:fs/promises';
      import { InferenceSession, Tensor } from './packages/engine/src/model/onnx-runtime.ts';
      import { standInModel } from './packages/engine/test/service/support/stand-in-model.ts';
      const model = standInModel({ input: 'x', side: 64, outputs: [{ name: 'y', shape: [1, 8] }] });
      const session = await InferenceSession.create(model);
      const pixels = new Tensor('float32', new Float32Array(3 * 64 * 64), [1, 3, 64, 64]);
      await session.run({ x: pixels });
      await session.release();`;
    expect(await traced(script(text))).toEqual([]);
  }, 120_000);

  test('the mock, called through the client, scoring by bytes and by the engine', async () => {
    const text = `
      import { readFile } from 'node:fs/promises';
      import { createClient } from '@semblance/client';
      import { startMockServer } from '@semblance/mock-server/server';
      const [a, b] = await Promise.all([readFile(${JSON.stringify(mug)}), readFile(${JSON.stringify(other)})]);
      for (const scoring of ['bytes', 'engine']) {
        const mock = await startMockServer({ scoring });
        const key = { accessKeyId: 'id', accessKeySecret: 'secret' };
        await createClient({ credentials: key, endpoint: mock.url, instanceName: 'demoinstance1' }).compare(a, b);
        await mock.close();
      }`;
    expect(await traced(script(text), [sandbox.temporary])).toEqual([]);
    expect(await sandbox.left()).toEqual([]);
  }, 180_000);
});
