import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exampleReply, fakeServer } from '../fake-server.ts';
import type { FakeServer } from '../fake-server.ts';
import { addClient, installTools } from './install.ts';

const run = promisify(execFile);

/** A typical project: a route that compares on the server and a page that compares in the browser. */
const files: Readonly<Record<string, string>> = {
  'app/layout.jsx': `export default function Layout({ children }) {
  return <html><body>{children}</body></html>;
}`,
  'app/page.jsx': `'use client';
import { createClient } from '@semblance/client';
export default function Page() {
  const compare = async () => {
    const client = createClient({ endpoint: location.origin, instanceName: 'demo' });
    alert((await client.compare('BASE', 'BASE')).score);
  };
  return <button onClick={compare}>Compare</button>;
}`,
  'app/compare/route.js': `import { createClient, isApiError } from '@semblance/client/node';
export const dynamic = 'force-dynamic';
export async function GET() {
  const client = createClient({ endpoint: process.env.ENDPOINT, instanceName: 'demo' });
  const { score } = await client.compare(new Uint8Array([1]), 'BASE');
  return Response.json({ score, guard: isApiError(new Error()) });
}`,
};

let project: string;
let fake: FakeServer;
const environment = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', CI: '1' };

beforeAll(async () => {
  project = await installTools('next');
  fake = await fakeServer(() => exampleReply('success'));
  await addClient(project);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(project, name)), { recursive: true });
    await writeFile(join(project, name), text);
  }
}, 300_000);
afterAll(() => fake[Symbol.asyncDispose]());

const next = (): string => join(project, 'node_modules/next/dist/bin/next');

test.each(['turbopack', 'webpack'])('Next.js with %s', async (bundler) => {
  await rm(join(project, '.next'), { recursive: true, force: true });
  const { stdout, stderr } = await run(process.execPath, [next(), 'build', `--${bundler}`], {
    cwd: project,
    env: environment,
  });
  expect(`${stdout}${stderr}`).not.toMatch(/warning|can't resolve|not found|critical dependency/i);
  expect(await served()).toEqual({ score: 0.85, guard: false });
});

/** The answer of the built route. */
async function served(): Promise<unknown> {
  const child = spawn(process.execPath, [next(), 'start', '--port', '0', '--hostname', '127.0.0.1'], {
    cwd: project,
    env: { ...environment, ENDPOINT: fake.endpoint },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    for await (const line of createInterface(child.stdout)) {
      const address = /http:\/\/(?:localhost|127\.0\.0\.1):\d+/.exec(line)?.[0];
      if (address !== undefined) return await (await fetch(`${address}/compare`)).json();
    }
    throw new Error('The server said no address.');
  } finally {
    const ended = once(child, 'exit');
    child.kill();
    await ended;
  }
}
