import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { call } from './support/call.ts';
import { parseReplies } from './support/raw.ts';
import { startTestEngine } from './support/test-engine.ts';

/** Writes a million of the smallest requests on a connection, and opens another where it is closed, as fast as it can. */
const flood = `
const { connect } = require('node:net');
const port = Number(process.argv[1]);
const block = Buffer.from('GET / HTTP/1.1\\r\\n\\r\\n'.repeat(10_000));
function open() {
  const socket = connect({ port, host: '127.0.0.1', localAddress: '127.0.0.2' });
  let left = 100;
  const go = () => { while (left > 0 && socket.writable) { left -= 1; if (!socket.write(block)) return; } };
  socket.on('connect', go).on('drain', go).on('data', () => {}).on('error', () => {}).on('close', () => setTimeout(open, 20));
}
open();
`;

function startFlood(port: number): ChildProcess {
  return spawn(process.execPath, ['-e', flood, String(port)], { stdio: 'inherit' });
}

/** What calls of others take meanwhile, milliseconds, the shortest first. */
async function timesOfOthers(): Promise<readonly number[]> {
  const engine = await startTestEngine({ limits: { workers: 1 } });
  await call(engine);
  const flooding = startFlood(engine.port);
  const times: number[] = [];
  try {
    await setTimeout(1500);
    for (let n = 0; n < 30; n += 1) {
      const startedMs = performance.now();
      expect((await call(engine)).json['Code']).toBe(0);
      times.push(performance.now() - startedMs);
    }
  } finally {
    flooding.kill('SIGKILL');
    await engine.stop();
  }
  return times.toSorted((a, b) => a - b);
}

// Linux has all of 127.0.0.0/8; elsewhere a second address of this machine would have to be set up.
test.runIf(process.platform === 'linux')(
  'a peer that sends a million tiny requests at once keeps nobody waiting',
  async () => {
    const times = await timesOfOthers();
    // Before there was a bound, these calls took 3 to 6 s on a machine with nothing else to do.
    expect(times[15]).toBeLessThan(2000);
  },
  60_000,
);

/** Sends so many requests in one piece and gathers what comes back until the end, or for a while. */
async function sendAtOnce(
  port: number,
  count: number,
): Promise<{ readonly replies: number; readonly isEnded: boolean }> {
  const received: Buffer[] = [];
  const socket = connect(port, '127.0.0.1');
  socket.on('data', (chunk: Buffer) => received.push(chunk)).on('error', () => undefined);
  const ended = once(socket, 'end').then(() => true);
  socket.write('GET /?Action=Nothing HTTP/1.1\r\nhost: x\r\n\r\n'.repeat(count));
  const isEnded = await Promise.race([ended, setTimeout(2000, false)]);
  socket.destroy();
  return { replies: parseReplies(Buffer.concat(received)).length, isEnded };
}

test('as many requests as may be unanswered are answered on one connection; of more the first, and it ends', async () => {
  const engine = await startTestEngine({ admin: { port: 0 }, limits: { workers: 1 } });
  try {
    expect(await sendAtOnce(engine.port, 16)).toEqual({ replies: 16, isEnded: false });
    expect(await sendAtOnce(engine.port, 60)).toEqual({ replies: 16, isEnded: true });
    const metrics = await (await fetch(`${engine.adminUrl ?? ''}/metrics`)).text();
    expect(metrics).toContain('semblance_connections_dropped_total{why="overrun"} 1');
    expect((await call(engine)).json['Code']).toBe(0);
  } finally {
    await engine.stop();
  }
});
