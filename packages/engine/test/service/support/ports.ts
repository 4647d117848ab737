import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** Below it lie ports that the system may have given away for good; registered services have theirs there, too. */
const lowestPort = 12_000;

/** The first port of those that a system gives to whoever asks for any port (ip(7), `ip_local_port_range`). */
function firstGivenPort(): number {
  try {
    return Number.parseInt(readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8'), 10);
  } catch {
    // RFC 6335 and what Windows, macOS and the BSDs do.
    return 49_152;
  }
}

/**
 * A port for a program that cannot choose one itself, or that comes back to the one it had. Nothing listens there, and no other
 * program is given it meanwhile: it is none of those that the system gives away.
 */
export async function freePort(): Promise<number> {
  const count = firstGivenPort() - lowestPort;
  if (count < 1000) return (await listenAt(0)) ?? 0;
  for (;;) {
    const port = await listenAt(lowestPort + Math.floor(Math.random() * count));
    if (port !== undefined) return port;
  }
}

/** Listens for a moment. @returns the port; undefined where that one is taken */
async function listenAt(wanted: number): Promise<number | undefined> {
  const server = createServer();
  server.listen(wanted, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return undefined;
  }
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Whether something listens on a port of this machine. */
export function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
