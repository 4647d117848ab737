import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Engine } from '../../src/lifecycle/start-engine.ts';
import { call } from './support/call.ts';
import { parseReplies } from './support/raw.ts';
import { startTestEngine } from './support/test-engine.ts';

/**
 * Holds so many connections open, each of which has been answered, until a line comes on the standard input; then writes a million of the
 * smallest requests on each, and opens another where one is closed, as fast as it can.
 */
const flood = `
const { connect } = require('node:net');
const [port, count] = process.argv.slice(1).map(Number);
const one = 'GET / HTTP/1.1\\r\\nhost: a\\r\\n\\r\\n';
const block = Buffer.from(one.repeat(10_000));
const warm = [];
let isFlooding = false;
function open() {
  const socket = connect({ port, host: '127.0.0.1', localAddress: '127.0.0.2' });
  let left = 100;
  const go = () => { while (left > 0 && socket.writable) { left -= 1; if (!socket.write(block)) return; } };
  socket.on('connect', () => socket.write(one)).on('data', () => {}).on('error', () => {}).on('close', () => setTimeout(open, 20));
  socket.once('data', () => {
    socket.on('drain', go);
    if (isFlooding) return go();
    if (warm.push(go) === count) console.log('open');
  });
}
process.stdin.once('data', () => { isFlooding = true; for (const go of warm) go(); console.log('flooding'); });
for (let n = 0; n < count; n += 1) open();
`;

const floodingConnections = 40;

async function startFlood(port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['-e', flood, String(port), String(floodingConnections)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.stdin.write('go\n');
  await once(child.stdout, 'data');
  return child;
}

/** How many connections were ended because of too many requests at once. */
async function overruns({ adminUrl = '' }: Engine): Promise<number> {
  const metrics = await (await fetch(`${adminUrl}/metrics`)).text();
  return Number(/dropped_total\{why="overrun"\} (\d+)/.exec(metrics)?.[1] ?? 0);
}

// Linux has all of 127.0.0.0/8; elsewhere a second address of this machine would have to be set up.
test.runIf(process.platform === 'linux')(
  'forty connections of a peer that send a million tiny requests each keep nobody waiting: one is read on every tenth of a second',
  async () => {
    const engine = await startTestEngine({ admin: { port: 0 }, limits: { workers: 1 } });
    const startedMs = performance.now();
    const flooding = await startFlood(engine.port);
    try {
      const answers = [];
      for (let n = 0; n < 5; n += 1) answers.push((await call(engine)).json['Code']);
      expect(answers).toEqual([0, 0, 0, 0, 0]);
      const ended = await overruns(engine);
      expect(ended).toBeGreaterThan(0);
      expect(ended).toBeLessThanOrEqual(2 + (performance.now() - startedMs) / 100);
    } finally {
      flooding.kill('SIGKILL');
      await engine.stop();
    }
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
