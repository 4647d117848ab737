import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Installed } from './install.ts';

const specification = path.resolve(import.meta.dirname, '../../../spec/generated/openapi.json');

/** A running contender. */
export interface Running {
  readonly port: number;
  /** Milliseconds from the start of the process to its first answer. */
  readonly startMs: number;
  readonly stop: () => Promise<void>;
}

/** Starts a contender and waits for its first success. @failure rejects after half a minute. */
export async function start({ contender, folder }: Installed, body: Buffer): Promise<Running> {
  const port = await freePort();
  const values: Readonly<Record<string, string>> = { PORT: String(port), SPEC: specification };
  const startedAt = performance.now();
  const child = spawn(
    process.execPath,
    contender.command.map((word) => values[word] ?? word),
    { cwd: folder, stdio: 'ignore' },
  );
  const agent = new Agent();
  while (performance.now() - startedAt < 30_000) {
    if ((await post(port, body, agent).catch(() => 0)) === 200) {
      const startMs = performance.now() - startedAt;
      agent.destroy();
      return { port, startMs, stop: () => stop(child) };
    }
    await setTimeout(5);
  }
  await stop(child);
  throw new Error(`${contender.name} gave no success within 30 s.`);
}

/** Finds a free port, as not all contenders can choose one themselves. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  child.kill('SIGKILL');
  await ended;
}

/** Calls for `durationMs` over several connections. @returns successes per second. */
export async function requestsPerSecond(port: number, body: Buffer, durationMs: number): Promise<number> {
  const connections = 4;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const startedAt = performance.now();
  let successes = 0;
  const loop = async (): Promise<void> => {
    while (performance.now() - startedAt < durationMs) {
      if ((await post(port, body, agent)) !== 200) throw new Error('A contender failed in the middle of a round.');
      successes += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, loop));
  const seconds = (performance.now() - startedAt) / 1000;
  agent.destroy();
  return successes / seconds;
}

function post(port: number, body: Buffer, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': body.length,
      accept: 'application/json',
      // Prism requires credentials but does not verify them.
      authorization: 'ACS3-HMAC-SHA256 Credential=id,SignedHeaders=host,Signature=00',
      'x-acs-action': 'CompareSimilarByImage',
      'x-acs-version': '2020-12-14',
    };
    const call = request({ host: '127.0.0.1', port, path: '/', method: 'POST', headers, agent }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode ?? 0));
    });
    call.once('error', reject);
    call.end(body);
  });
}
