import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exampleReply, fakeServer } from '../fake-server.ts';
import type { FakeServer } from '../fake-server.ts';
import { denoIn, installRuntimes } from '../runtimes/install-client.ts';
import { bundlers, withBun, withDeno, withWrangler } from './bundle.ts';
import type { Bundle } from './bundle.ts';
import { emptyProject, installTools } from './install.ts';
import { startWorkerd } from './workerd.ts';

const run = promisify(execFile);

const server = `
import { createClient, isApiError } from '@semblance/client/node';
const options = { endpoint: process.env.ENDPOINT, instanceName: 'demo', credentials: { accessKeyId: 'k', accessKeySecret: 's' } };
const picture = new Uint8Array([1]);
const { score } = await createClient(options).compare(picture, 'BASE');
const unfitted = await createClient({ ...options, fit: true }).compare(new Uint8Array([0xff, 0xd8, 0xff]), picture).catch((error) => error.code);
console.log(JSON.stringify({ score, unfitted, guard: isApiError(new Error()) }));
`;

const page = `
import { createClient } from '@semblance/client';
const { env } = globalThis.process;
const client = createClient({ endpoint: env.ENDPOINT, instanceName: 'demo' });
console.log(JSON.stringify({ score: (await client.compare(new Uint8Array([1]), 'BASE')).score, isWeb: true }));
`;

const worker = `
import { createClient } from '@semblance/client';
export default {
  async fetch(request) {
    const endpoint = new URL(request.url).searchParams.get('endpoint');
    const client = createClient({ endpoint, instanceName: 'demo', credentials: { accessKeyId: 'k', accessKeySecret: 's' } });
    return Response.json({ score: (await client.compare(new Uint8Array([1]), 'BASE')).score });
  },
};
`;

let fake: FakeServer;
let tools: string;
let project: string;
let runtimes: string | undefined;

beforeAll(async () => {
  [fake, tools, project, runtimes] = await Promise.all([
    fakeServer(() => exampleReply('success')),
    installTools('tools'),
    emptyProject({ 'server.mjs': server, 'page.mjs': page, 'worker.mjs': worker }),
    installRuntimes(),
  ]);
}, 300_000);
afterAll(() => fake[Symbol.asyncDispose]());

/** Bundles, then runs the result in a folder without any package. */
async function outcomeOf(bundle: (outDir: string) => Promise<Bundle>): Promise<unknown> {
  const { complaints, file } = await bundle(await mkdtemp(join(tmpdir(), 'semblance-bundle-')));
  expect(complaints).toEqual([]);
  const { stdout } = await run(process.execPath, [file], { env: { ...process.env, ENDPOINT: fake.endpoint } });
  return JSON.parse(stdout);
}

/** The optional package is not installed; the bundle works without it until it is needed. */
const served = { score: 0.85, unfitted: 'ConfigurationInvalid', guard: false };
const shown = { score: 0.85, isWeb: true };

test.each(Object.keys(bundlers))('%s', async (name) => {
  const bundle = bundlers[name];
  const task = { tools, project };
  expect(
    await outcomeOf((outDir) => bundle?.({ ...task, outDir, entry: 'server.mjs', target: 'node' }) as never),
  ).toEqual(served);
  expect(await outcomeOf((outDir) => bundle?.({ ...task, outDir, entry: 'page.mjs', target: 'web' }) as never)).toEqual(
    shown,
  );
});

test('Bun', async ({ skip }) => {
  const bun =
    runtimes === undefined ? skip('there is no Bun for this machine') : join(runtimes, '@oven/bun-linux-x64/bin/bun');
  const task = { tools, project };
  expect(await outcomeOf((outDir) => withBun(bun, { ...task, outDir, entry: 'server.mjs', target: 'node' }))).toEqual(
    served,
  );
  expect(await outcomeOf((outDir) => withBun(bun, { ...task, outDir, entry: 'page.mjs', target: 'web' }))).toEqual(
    shown,
  );
});

test("Deno's bundler, and what it made in Deno", async ({ skip }) => {
  const folder = runtimes ?? skip('there is no Deno for this machine');
  const deno = denoIn(folder);
  const cache = join(folder, '..', 'deno');
  const task = { tools, project };
  const bundle = async (entry: string, target: 'node' | 'web'): Promise<string> => {
    const outDir = await mkdtemp(join(tmpdir(), 'semblance-bundle-'));
    const { complaints, file } = await withDeno(deno, cache, { ...task, outDir, entry, target });
    expect(complaints).toEqual([]);
    return file;
  };
  const environment = { ...process.env, ENDPOINT: fake.endpoint, DENO_DIR: cache, DENO_NO_UPDATE_CHECK: '1' };
  const { stdout } = await run(deno, ['run', '--allow-all', await bundle('server.mjs', 'node')], { env: environment });
  expect(JSON.parse(stdout)).toEqual(served);
  expect(await outcomeOf(async () => ({ complaints: [], file: await bundle('page.mjs', 'web') }))).toEqual(shown);
});

test("Cloudflare's bundler, and the worker in workerd", async () => {
  const outDir = await mkdtemp(join(tmpdir(), 'semblance-bundle-'));
  const { complaints, file } = await withWrangler({ tools, project, entry: 'worker.mjs', outDir });
  expect(complaints).toEqual([]);
  await using running = await startWorkerd(tools, file);
  const answer = await fetch(`${running.address}/?endpoint=${encodeURIComponent(fake.endpoint)}`);
  expect(await answer.json()).toEqual({ score: 0.85 });
});
