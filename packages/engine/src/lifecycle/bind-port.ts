import type { AddressInfo, Server } from 'node:net';
import { StartError, systemReason } from '../config/start-error.ts';

/** An address to listen on, and the settings for it. */
export interface PortAddress {
  readonly host: string;
  readonly port: number;
  /** Section of the configuration: `listen` or `admin`. */
  readonly section: string;
  /** Command-line option that sets the port. */
  readonly flag: string;
}

/**
 * Makes a server listen.
 * @returns the port.
 * @failure StartError with address, setting and advice.
 */
export function bindPort(server: Server, address: PortAddress): Promise<number> {
  const { host, port } = address;
  return new Promise((resolve, reject) => {
    const refuse = (error: unknown): void => reject(explain(systemReason(error), address));
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.off('error', refuse);
      // Accepting a connection may fail when descriptors run out; the server continues.
      server.on('error', () => undefined);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function explain(reason: string, { host, port, section, flag }: PortAddress): StartError {
  const what = `${section}.port ${port} on ${host}`;
  switch (reason) {
    case 'EADDRINUSE':
      return new StartError(`${what}: the port is in use; choose another with ${flag}, or 0 for a free one`);
    case 'EACCES':
      return new StartError(`${what}: this user may not listen on that port; choose one above 1023 with ${flag}`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartError(`${what}: this machine has no such address; correct ${section}.host`);
    default:
      return new StartError(`${what}: it cannot be listened on (${reason}); choose another address`);
  }
}
