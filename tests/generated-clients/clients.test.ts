import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller, CallerInput } from './src/caller.ts';
import { generateClients } from './src/generate.ts';
import { startServers } from './src/servers.ts';
import type { TestServer } from './src/servers.ts';

const generators = ['openapi-fetch', 'hey-api', 'orval', 'kubb'] as const;
const root = import.meta.dirname;
let servers: readonly TestServer[] = [];
let picture = '';

beforeAll(async () => {
  await generateClients();
  servers = await startServers();
  picture = (await readFile(join(root, '../../examples/formats/teapot.jpg'))).toString('base64');
}, 180_000);
afterAll(async () => {
  for (const server of servers) await server[Symbol.asyncDispose]();
});

async function callerOf(generator: string): Promise<Caller> {
  const module = (await import(join(root, 'callers', `${generator}.ts`))) as { readonly call: Caller };
  return module.call;
}

function inputFor(server: string, changes: Partial<CallerInput> = {}): CallerInput {
  const baseUrl = servers.find(({ name }) => name === server)?.baseUrl ?? '';
  return {
    baseUrl,
    instanceName: 'demoinstance1',
    primary: picture,
    secondary: picture,
    format: undefined,
    ...changes,
  };
}

test('the types allow what the callers do', async () => {
  const compiler = join(root, '../../node_modules/typescript/bin/tsc');
  const check = promisify(execFile)(process.execPath, [compiler, '-p', 'tsconfig.callers.json'], { cwd: root });
  await expect(check.catch((error: { stdout: string }) => error.stdout)).resolves.toMatchObject({ stdout: '' });
}, 120_000);

describe.each(generators)('%s', (generator) => {
  describe.each(['engine', 'mock'])('against the %s', (server) => {
    test('a call with the required fields alone gives a typed score', async () => {
      const call = await callerOf(generator);
      expect(await call(inputFor(server))).toEqual({ kind: 'score', score: 1, code: 0 });
    });

    test('failures are typed', async () => {
      const call = await callerOf(generator);
      expect(await call(inputFor(server, { instanceName: 'nowhere' }))).toEqual({
        kind: 'failure',
        status: 400,
        code: 'Console.InstanceNotFound',
      });
      expect(await call(inputFor(server, { format: 'JSON', secondary: 'aGVsbG8=' }))).toEqual({
        kind: 'failure',
        status: 400,
        code: 'UnsupportedPicFormat',
      });
    });

    test('XML comes as the text it is', async () => {
      const call = await callerOf(generator);
      const success = await call(inputFor(server, { format: 'XML' }));
      expect(success).toMatchObject({ kind: 'text', status: 200, text: expect.stringContaining('<Score>1</Score>') });
      const failure = await call(inputFor(server, { format: 'XML', instanceName: 'nowhere' }));
      expect(failure).toMatchObject({
        kind: 'text',
        status: 400,
        text: expect.stringContaining('<Code>Console.InstanceNotFound</Code>'),
      });
    });
  });
});
