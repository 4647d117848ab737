import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import type { Engine } from '../../src/lifecycle/start-engine.ts';
import { call, pair } from './support/call.ts';
import { ppm } from './support/pictures.ts';
import { faultWidths } from './support/scripted-analyser.ts';
import { isAtWork, startTestEngine } from './support/test-engine.ts';

const sockets: Socket[] = [];
afterEach(() => {
  vi.restoreAllMocks();
  for (const socket of sockets.splice(0)) socket.destroy();
});

async function openSilent(engine: Engine, count: number): Promise<void> {
  for (let opened = 0; opened < count; opened += 1) {
    const socket = connect(engine.port, '127.0.0.1');
    socket.on('error', () => undefined);
    sockets.push(socket);
    await once(socket, 'connect');
  }
}

test('a thousand silent connections lock nobody out', async () => {
  const engine = await startTestEngine({ listen: { maxConnectionsPerPeer: 1000 } }, { adminPort: 0 });
  await openSilent(engine, 1050);
  const replies = await Promise.all(Array.from({ length: 42 }, () => call(engine)));
  expect(replies.filter(({ json }) => json['Code'] === 0)).toHaveLength(42);
  const metrics = await (await fetch(`${engine.adminUrl ?? ''}/metrics`)).text();
  expect(metrics).toMatch(/semblance_connections_dropped_total\{why="made-room"\} \d\d/);
  await engine.stop();
}, 60_000);

test('one peer has a share of the connections, and those at work are not ended for new ones', async () => {
  const engine = await startTestEngine({ listen: { maxConnections: 40 } }, { adminPort: 0 });
  const slow = call(engine, { ...pair, PrimaryPicContent: ppm(faultWidths.slow).toString('base64') });
  await isAtWork(engine);
  await openSilent(engine, 60);
  expect((await slow).json['Code']).toBe(0);
  await vi.waitFor(() => expect(sockets.filter(({ destroyed }) => !destroyed).length).toBeLessThanOrEqual(20), {
    timeout: 20_000,
  });
  await engine.stop();
});

test('a call that finds all connections at work is told so; what waits to be told is bounded', async () => {
  const engine = await startTestEngine({ listen: { maxConnectionsPerPeer: 1 } }, { adminPort: 0 });
  const slow = call(engine, { ...pair, PrimaryPicContent: ppm(faultWidths.slow).toString('base64') });
  await isAtWork(engine);
  const told = await call(engine);
  expect(told).toMatchObject({ status: 403, json: { Code: 'DeniedRequest' } });
  expect(Number(told.headers['retry-after'])).toBeGreaterThan(0);
  expect(told.headers['x-semblance-detail']).toContain('listen.maxConnectionsPerPeer');
  expect(told.headers['connection']).toBe('close');
  await openSilent(engine, 100);
  for (const socket of sockets) socket.resume();
  await vi.waitFor(() => expect(sockets.filter(({ destroyed }) => !destroyed).length).toBeLessThanOrEqual(64), {
    timeout: 20_000,
  });
  await vi.waitFor(() => expect(sockets.filter(({ destroyed }) => !destroyed)).toEqual([]), { timeout: 20_000 });
  expect((await slow).json['Code']).toBe(0);
  await engine.stop();
});

test('a connection that says nothing ends soon', async () => {
  const engine = await startTestEngine({ listen: { firstByteMs: 300 } });
  await openSilent(engine, 1);
  const [socket] = sockets;
  socket?.resume();
  await vi.waitFor(() => expect(socket?.destroyed).toBe(true), { timeout: 20_000 });
  await engine.stop();
});

async function answerTo(engine: Engine, head: string): Promise<string> {
  const socket = connect(engine.port, '127.0.0.1', () => void socket.write(head));
  sockets.push(socket);
  let text = '';
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
  });
  await vi.waitFor(() => expect(text).toMatch(/100 Continue|"Code":/), { timeout: 20_000, interval: 10 });
  return text;
}

test('a caller that asks first is not told to send 300 MB that are refused anyway', async () => {
  const engine = await startTestEngine();
  const head = (bytes: number): string =>
    `POST /?Format=JSON HTTP/1.1\r\nhost: x\r\nexpect: 100-continue\r\ncontent-length: ${bytes}\r\n\r\n`;
  const refused = await answerTo(engine, head(300_000_000));
  expect(refused).not.toContain('100 Continue');
  expect(refused).toContain('"Code":"InvalidPicContent"');
  expect(await answerTo(engine, head(3000))).toMatch(/^HTTP\/1\.1 100 Continue/);
  await engine.stop();
});

test('a step of the clock ends no request that is running', async () => {
  const engine = await startTestEngine({}, { adminPort: 0 });
  const running = call(engine, { ...pair, PrimaryPicContent: ppm(faultWidths.slow).toString('base64') });
  await isAtWork(engine);
  const later = Date.now() + 3_600_000;
  vi.spyOn(Date, 'now').mockReturnValue(later);
  expect((await running).json['Code']).toBe(0);
  await engine.stop();
});
