import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { Connections } from './connections.ts';
import type { DropReason } from './connections.ts';

let nextPort = 1;

function socketFrom(remoteAddress: string): Socket {
  const socket = Object.assign(new EventEmitter(), {
    remoteAddress,
    remotePort: nextPort++,
    destroyed: false,
    destroy: () => {
      socket.destroyed = true;
      socket.emit('close');
    },
  });
  return socket as unknown as Socket;
}

function open(limits: { maxConnections: number; maxConnectionsPerPeer: number }): {
  connections: Connections;
  drops: [DropReason, string][];
} {
  const drops: [DropReason, string][] = [];
  return { connections: new Connections({ ...limits, onDrop: (why, peer) => drops.push([why, peer]) }), drops };
}

test('an idle connection of the peer with most connections makes room', () => {
  const { connections, drops } = open({ maxConnections: 4, maxConnectionsPerPeer: 4 });
  const other = socketFrom('198.51.100.7');
  const flood = [1, 2, 3].map(() => socketFrom('198.51.100.1'));
  for (const socket of [other, ...flood]) expect(connections.admit(socket)).toBe(true);
  connections.busy(flood[0] as Socket);
  expect(connections.admit(socketFrom('198.51.100.9'))).toBe(true);
  expect([other, ...flood].map(({ destroyed }) => destroyed)).toEqual([false, false, true, false]);
  expect(drops).toEqual([['made-room', '198.51.100.1']]);
  expect(connections.open).toBe(4);
});

test('busy connections are never ended; the new one is refused', () => {
  const { connections, drops } = open({ maxConnections: 3, maxConnectionsPerPeer: 2 });
  for (const address of ['198.51.100.1', '198.51.100.1', '198.51.100.2']) {
    const socket = socketFrom(address);
    connections.admit(socket);
    connections.busy(socket);
  }
  expect(connections.admit(socketFrom('::ffff:198.51.100.1'))).toBe(false);
  expect(connections.admit(socketFrom('198.51.100.3'))).toBe(false);
  expect(drops).toEqual([
    ['peer-full', '198.51.100.1'],
    ['full', '198.51.100.3'],
  ]);
});

test('a used connection becomes idle again and is then the last to be ended', () => {
  const { connections } = open({ maxConnections: 2, maxConnectionsPerPeer: 2 });
  const [first, second] = [socketFrom('198.51.100.1'), socketFrom('198.51.100.1')];
  for (const socket of [first, second]) connections.admit(socket);
  connections.busy(first);
  connections.rests(first);
  connections.admit(socketFrom('198.51.100.1'));
  expect([first.destroyed, second.destroyed]).toEqual([false, true]);
});

test('an IPv6 network is one peer', () => {
  const { connections, drops } = open({ maxConnections: 9, maxConnectionsPerPeer: 1 });
  for (const address of ['2001:db8:1:2::5', '2001:db8:1:2:ffff::6', '2001:db8:1:3::5', '2001:db8::1'])
    connections.admit(socketFrom(address));

  expect(drops).toEqual([['made-room', '2001:db8:1:2::/64']]);
});
