import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { startEngine } from '@semblance/engine';
import type { Engine } from '@semblance/engine';
import { startMockServer } from '@semblance/mock-server/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mockCommand, reproductions, requestCommand } from '../../src/errors/reproductions.ts';
import { allErrors } from '../../src/site/all-errors.ts';

const run = promisify(execFile);
const root = path.join(import.meta.dirname, '../../../..');
const instances = [{ name: 'demoinstance1', owner: 'docs' }];

let open: Engine | undefined;
let guarded: Engine | undefined;
let mock: Awaited<ReturnType<typeof startMockServer>> | undefined;

beforeAll(async () => {
  const settings = { listen: { port: 0 }, instances };
  open = await startEngine({ allowAnonymous: true, settings });
  const accessKeys = [{ accessKeyId: 'demo-key', accessKeySecret: 'demo-secret', account: 'docs' }];
  guarded = await startEngine({ settings: { ...settings, accessKeys } });
  mock = await startMockServer({ port: 0 });
}, 120_000);

afterAll(async () => {
  await Promise.all([open?.stop(), guarded?.stop(), mock?.close()]);
});

async function answer(command: string): Promise<unknown> {
  return JSON.parse((await run('bash', ['-c', command], { cwd: root })).stdout);
}

test.each(Object.entries(reproductions))(
  'the request on the page of %s gets the code',
  async (code, reproduction) => {
    const engine = reproduction.engine === '' ? guarded : open;
    expect(await answer(requestCommand(reproduction, engine?.url))).toMatchObject({ Code: code });
  },
  60_000,
);

test('the mock answers every other code by name', async () => {
  const others = allErrors.filter(({ family, code }) => family !== 'upload' && !(code in reproductions));
  expect(others.length).toBeGreaterThan(30);
  for (const { code } of others) expect(await answer(mockCommand(code, mock?.url))).toMatchObject({ Code: code });
}, 60_000);
