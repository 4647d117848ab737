import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Connections } from './connections.ts';
import { holdReading } from './hold-reading.ts';

let server: Server;
let port: number;
const theirs: Socket[] = [];
beforeEach(async () => {
  server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterEach(() => {
  vi.useRealTimers();
  for (const socket of theirs.splice(0)) socket.destroy();
  server.close();
});

async function openPair(): Promise<Socket> {
  const accepted = once(server, 'connection');
  theirs.push(connect(port, '127.0.0.1'));
  const [socket] = (await accepted) as [Socket];
  theirs.push(socket);
  return socket;
}

test('a connection that is held is not read, whoever asks for it, and read on when it is released', async () => {
  const socket = await openPair();
  const heard: string[] = [];
  socket.on('data', (chunk: Buffer) => heard.push(chunk.toString()));
  const release = holdReading(socket);
  theirs[0]?.write('more');
  socket.resume();
  await new Promise(setImmediate);
  await new Promise(setImmediate);
  expect([socket.isPaused(), heard]).toEqual([true, []]);
  release();
  await vi.waitFor(() => expect(heard).toEqual(['more']), { timeout: 20_000 });
});

/** Turns of the loop in which everything that was read on has been read. */
async function turns(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await new Promise(setImmediate);
}

async function openPeer(count: number): Promise<{ readonly connections: Connections; readonly sockets: Socket[] }> {
  const sockets: Socket[] = [];
  for (let n = 0; n < count; n += 1) sockets.push(await openPair());
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const connections = new Connections({ maxConnections: 99, maxConnectionsPerPeer: 99, onDrop: () => undefined });
  Object.defineProperty(sockets[0], 'remoteAddress', { value: '127.0.0.2' });
  for (const socket of sockets) {
    connections.admit(socket);
    connections.served(socket.resume());
  }
  await turns(1);
  return { connections, sockets };
}

const areRead = (sockets: readonly Socket[]): number => sockets.filter((socket) => !socket.isPaused()).length;

test('when a connection of a peer has overrun, its others are not read for a tenth of a second; those of other peers are', async () => {
  const { connections, sockets } = await openPeer(20);
  const [other, first, ...rest] = sockets;
  connections.overrun(first as Socket);
  expect([areRead(rest), other?.isPaused()]).toEqual([0, false]);
  vi.advanceTimersByTime(99);
  await turns(3);
  expect(areRead(rest)).toBe(0);
  vi.advanceTimersByTime(1);
  await turns(30);
  expect(areRead(rest)).toBe(rest.length);
});

test('however many of them flood, one is read in the time of a gap; those that do not flood wait for these alone', async () => {
  const { connections, sockets } = await openPeer(22);
  const [, first, ...rest] = sockets;
  const floods = new Set(rest.slice(0, 10));
  for (const socket of floods) {
    socket.on('resume', () => {
      if (floods.delete(socket)) connections.overrun(socket);
    });
  }
  connections.overrun(first as Socket);
  const left = [];
  for (let gap = 0; gap < 5; gap += 1) {
    vi.advanceTimersByTime(100);
    await turns(30);
    left.push(floods.size);
  }
  expect(left).toEqual([9, 8, 7, 6, 5]);
  vi.advanceTimersByTime(500);
  for (let gap = 0; gap < 6; gap += 1) {
    await turns(30);
    vi.advanceTimersByTime(100);
  }
  expect([floods.size, areRead(rest.slice(10))]).toEqual([0, 10]);
});
