import { connect } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { isServiceHost, originsOf } from '../call/service-hosts.ts';
import { givenMock } from '../mock/mock.ts';
import type { Mock } from '../mock/mock.ts';
import type { MockOptions } from '../mock/mock-options.ts';
import { startMockServer } from './start-mock-server.ts';

/** Options of a mock, and which hosts lead to it. */
export interface MockAgentOptions extends MockOptions {
  /** Origins or bare hosts that lead to the mock; default: Image Search in every region, and the Open Platform. */
  readonly endpoint?: string | readonly string[] | undefined;
  /** Requests to other hosts: `connect` (default) as usual, or `refuse`, so that nothing leaves the machine. */
  readonly otherHosts?: 'connect' | 'refuse' | undefined;
  /** An existing mock, which then takes the options of `createMock`. */
  readonly mock?: Mock | undefined;
}

/**
 * A dispatcher for undici, whose `request`, `stream` and own `fetch` bypass MSW. Connections to the service lead to a server of the mock in
 * this process, so that answers and faults are those of a real connection; the caller needs no certificate. The server ends with the
 * process.
 * @example setGlobalDispatcher(mockAgent({ mock }));
 * @throws TypeError for an endpoint that is not an address.
 */
export function mockAgent(options: MockAgentOptions = {}): Agent {
  const { mock: given, endpoint, otherHosts = 'connect', ...mockOptions } = options;
  const mock = givenMock('mockAgent', given, mockOptions);
  const origins = endpoint === undefined ? undefined : originsOf(endpoint);
  const ordinary = buildConnector({});
  let port: Promise<number> | undefined;
  const isOurs = ({ protocol, hostname, port: targetPort }: buildConnector.Options): boolean => {
    const { origin } = new URL(`${protocol}//${hostname}${targetPort === '' ? '' : `:${targetPort}`}`);
    return origins === undefined ? isServiceHost(hostname) : origins.has(origin);
  };
  return new Agent({
    connect: (target: buildConnector.Options, callback: buildConnector.Callback) => {
      if (isOurs(target)) {
        port ??= startMockServer({ mock, background: true }).then((server) => server.port);
        void connectToMock(port, callback);
        return;
      }
      if (otherHosts === 'connect') ordinary(target, callback);
      else callback(refusal(target), null);
    },
  });
}

async function connectToMock(port: Promise<number>, callback: buildConnector.Callback): Promise<void> {
  try {
    connectTo(await port, callback);
  } catch (error) {
    callback(error instanceof Error ? error : new Error(String(error)), null);
  }
}

/** Connects without TLS for either scheme, as the mock cannot have the real host's certificate. */
function connectTo(port: number, callback: buildConnector.Callback): void {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  const fail = (error: Error): void => callback(error, null);
  socket.once('error', fail);
  socket.once('connect', () => {
    socket.off('error', fail);
    callback(null, socket);
  });
}

function refusal({ hostname }: buildConnector.Options): Error {
  const message = `mockAgent({ otherHosts: 'refuse' }) lets nothing through to ${hostname}. Name the host in endpoint, or leave otherHosts out.`;
  return Object.assign(new Error(message), { code: 'ECONNREFUSED' });
}
