import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { expect, test } from 'vitest';
import { freePort, isOpen } from './ports.ts';

async function listening(): Promise<Server> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

test('a free port is none that others are given', async () => {
  const found = await Promise.all(Array.from({ length: 20 }, () => freePort()));
  const servers = await Promise.all(Array.from({ length: 200 }, () => listening()));
  const given = servers.map((server) => (server.address() as AddressInfo).port);
  for (const server of servers) server.close();
  expect(Math.min(...given)).toBeGreaterThan(Math.max(...found));
});

test('nothing listens on it', async () => {
  expect(await isOpen(await freePort())).toBe(false);
});
