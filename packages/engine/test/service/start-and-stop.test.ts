import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { call, key, pair, signedCall } from './support/call.ts';
import { ppm } from './support/pictures.ts';
import { isThere, openSandbox, runProgram } from './support/program.ts';
import type { Program, Sandbox } from './support/program.ts';
import { faultWidths } from './support/scripted-analyser.ts';
import { reaches, startTestEngine } from './support/test-engine.ts';
import { issueAndUpload } from './support/upload.ts';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await openSandbox();
});
afterEach(() => sandbox.remove());

const ready = /Semblance engine on http:\/\/127\.0\.0\.1:(?<port>\d+)/;
const environment = {
  SEMBLANCE_ACCESS_KEY_ID: key.accessKeyId,
  SEMBLANCE_ACCESS_KEY_SECRET: key.accessKeySecret,
};

async function serving(): Promise<{ program: Program; port: number }> {
  const program = runProgram(['serve', '--port', '0'], sandbox, environment);
  const match = await program.said(ready);
  return { program, port: Number(match.groups?.['port']) };
}

/** Sends a signed request, the end of its body only when `finish` is called; `answer` resolves to all that came back. */
async function halfSent(engine: { readonly port: number }): Promise<{ finish: () => void; answer: Promise<string> }> {
  const { headers, body } = await signedCall(engine, pair);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const socket = connect(engine.port, '127.0.0.1');
  socket.write(
    `POST / HTTP/1.1\r\nhost: 127.0.0.1:${engine.port}\r\n${lines.join('')}content-length: ${body.length}\r\n\r\n${body.slice(0, 100)}`,
  );
  const answer = new Promise<string>((resolve) => {
    let text = '';
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
    });
    socket.on('error', (error) => resolve(`broke: ${error.message}`));
    socket.on('close', () => resolve(text));
  });
  return { finish: () => void socket.write(body.slice(100)), answer };
}

test('a request whose body still arrives when the engine is told to stop is answered', async () => {
  const engine = await startTestEngine({}, { adminPort: 0 });
  const { finish, answer } = await halfSent(engine);
  await reaches(engine, 'semblance_body_bytes', 1);
  const stopped = engine.stop();
  await setTimeout(500);
  finish();
  expect(await answer).toContain('"Code":0');
  await stopped;
});

test('a request that is on its way on a kept connection when the engine is told to stop is answered', async () => {
  const engine = await startTestEngine({ limits: { workers: 1, drainPauseMs: 0 } });
  const sent = async (): Promise<string> => {
    const { headers, body } = await signedCall(engine, pair);
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    return `POST / HTTP/1.1\r\nhost: 127.0.0.1:${engine.port}\r\n${lines.join('')}content-length: ${body.length}\r\n\r\n${body}`;
  };
  const [first, second] = [await sent(), await sent()];
  const socket = connect(engine.port, '127.0.0.1');
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  socket.on('error', () => undefined);
  socket.write(first);
  await expect.poll(() => text, { timeout: 20_000 }).toContain('"Code":0');
  text = '';
  const [stopped, closed] = [engine.stop(), once(socket, 'close')];
  socket.write(second);
  await closed;
  expect(text).toContain('"Code":0');
  expect(text).toMatch(/connection: close/i);
  await stopped;
});

test('what does not arrive within drainMs is cut off', async () => {
  const engine = await startTestEngine({ limits: { workers: 1, drainMs: 400, transferMs: 60_000 } }, { adminPort: 0 });
  const { answer } = await halfSent(engine);
  await reaches(engine, 'semblance_body_bytes', 1);
  const startedAtMs = performance.now();
  await engine.stop();
  expect(performance.now() - startedAtMs).toBeLessThan(15_000);
  expect(await answer).not.toContain('"Code":0');
});

test('readiness goes first, the port stays open for drainPauseMs, then it is closed', async () => {
  const engine = await startTestEngine({ limits: { workers: 1, drainPauseMs: 2000 } }, { adminPort: 0 });
  const stopped = engine.stop();
  const [readiness, reply] = await Promise.all([fetch(`${engine.adminUrl ?? ''}/readyz`), call(engine)]);
  expect({ status: readiness.status, text: await readiness.text() }).toEqual({ status: 503, text: 'draining\n' });
  expect(reply.json['Code']).toBe(0);
  expect(reply.headers['connection']).toBe('close');
  await stopped;
  await expect(call(engine)).rejects.toThrow(/ECONNREFUSED/);
});

test('the second signal ends everything at once', async () => {
  const program = runProgram(['serve', '--port', '0', '--admin-port', '0'], sandbox, environment);
  const port = Number((await program.said(ready)).groups?.['port']);
  const [, adminUrl] = await program.said(/Admin: (http:\S+)\/ /);
  const { answer } = await halfSent({ port });
  await reaches({ adminUrl }, 'semblance_body_bytes', 1);
  program.child.kill('SIGTERM');
  await setTimeout(500);
  const askedAtMs = performance.now();
  program.child.kill('SIGTERM');
  expect(await program.ended).toBe(143);
  expect((program.times.endedAtMs ?? 0) - askedAtMs).toBeLessThan(3000);
  await answer;
  await vi.waitFor(() => expect(program.hasProcesses()).toBe(false), { timeout: 20_000 });
  expect(await readdir(path.join(sandbox.home, '.semblance/uploads'))).toEqual([]);
}, 60_000);

test('a signal while it starts ends it without a left-over', async () => {
  const program = runProgram(['serve', '--port', '0'], sandbox, environment);
  await vi.waitFor(async () => expect(await readdir(sandbox.home)).toContain('.semblance'), {
    timeout: 20_000,
    interval: 10,
  });
  program.child.kill('SIGTERM');
  expect(await program.ended).toBe(0);
  expect(program.stderr()).toBe('');
  await vi.waitFor(() => expect(program.hasProcesses()).toBe(false), { timeout: 20_000 });
  // The signal may come before the store of uploads has been opened.
  const isLeft = (file: string): boolean => file.startsWith(`uploads${path.sep}`);
  expect((await readdir(path.join(sandbox.home, '.semblance'), { recursive: true })).filter(isLeft)).toEqual([]);
}, 60_000);

test('pictures that a killed engine leaves are gone after the next start, those of a living one stay', async () => {
  const killed = await serving();
  await issueAndUpload({ port: killed.port } as never, key, ppm(120));
  const living = await serving();
  const { url } = await issueAndUpload({ port: living.port } as never, key, ppm(120));
  const uploads = path.join(sandbox.home, '.semblance/uploads');
  const pictures = async (): Promise<number> => (await readdir(uploads, { recursive: true })).filter(isPicture).length;
  expect(await pictures()).toBe(2);
  killed.program.child.kill('SIGKILL');
  await killed.program.ended;
  const third = await serving();
  expect(await pictures()).toBe(1);
  const settled = { ...pair, InstanceName: 'demoinstance1', PrimaryPicContent: url };
  expect((await call({ port: living.port }, settled)).json['Code']).toBe(0);
  for (const { program } of [living, third]) program.child.kill('SIGTERM');
  expect(await Promise.all([living.program.ended, third.program.ended])).toEqual([0, 0]);
  expect(await readdir(uploads)).toEqual([]);
  expect(await sandbox.left()).toEqual([]);
}, 90_000);

/** Pictures lie one level below, under names of 32 hex digits. */
function isPicture(name: string): boolean {
  return /\/[0-9a-f]{32}$/.test(name);
}

test('an engine without a state directory leaves nothing in the temporary directory', async () => {
  vi.stubEnv('TMPDIR', sandbox.temporary);
  const engine = await startTestEngine();
  await issueAndUpload(engine, key, ppm(faultWidths.slow));
  expect(engine.stateDirectory.isTemporary).toBe(true);
  expect(await sandbox.left()).toHaveLength(1);
  await engine.stop();
  expect(await sandbox.left()).toEqual([]);
  vi.unstubAllEnvs();
});

test.each(['SIGTERM', 'SIGKILL'] as const)(
  'started by npm, it ends with npm: %s',
  async (signal) => {
    const npm = spawn('npm', ['start', '--silent', '--', '--port', '0'], {
      cwd: path.resolve(import.meta.dirname, '../../../..'),
      env: { ...process.env, ...environment, HOME: sandbox.home, TMPDIR: sandbox.temporary },
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    });
    let text = '';
    npm.stderr.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
    });
    await vi.waitFor(() => expect(text).toMatch(ready), { timeout: 40_000 });
    npm.kill(signal);
    await vi.waitFor(() => expect(isThere(-(npm.pid ?? 0))).toBe(false), { timeout: 20_000 });
    expect(await readdir(path.join(sandbox.home, '.semblance/uploads'))).toEqual([]);
  },
  60_000,
);

test('a reader of the log that has stopped reading does not keep the engine from ending', async () => {
  const { program, port } = await serving();
  program.child.stdout?.pause();
  const ask = async (): Promise<void> => void (await (await fetch(`http://127.0.0.1:${port}/?Format=JSON`)).text());
  for (let round = 0; round < 40; round += 1) await Promise.all(Array.from({ length: 20 }, ask));
  const askedAtMs = performance.now();
  program.child.kill('SIGTERM');
  const ended = await Promise.race([program.ended, setTimeout(8000, 'hangs')]);
  if (ended === 'hangs') process.kill(-(program.child.pid ?? 0), 'SIGKILL');
  expect(ended).toBe(0);
  expect((program.times.endedAtMs ?? 0) - askedAtMs).toBeLessThan(5000);
}, 60_000);
