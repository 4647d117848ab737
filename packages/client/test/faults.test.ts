import { once } from 'node:events';
import { createServer as createTcpServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { createClient, isNetworkError, isTimeOutError } from '@semblance/client';
import { describe, expect, test } from 'vitest';

const large = new Uint8Array(2_500_000).fill(7);
const quick = { baseDelayMs: 1, maxDelayMs: 5, maxAttempts: 2 };

interface RawServer extends AsyncDisposable {
  readonly endpoint: string;
  readonly connections: () => number;
}

/** A server on the level of sockets, for behaviour that no HTTP server has. */
async function rawServer(onConnection: (socket: Socket) => void): Promise<RawServer> {
  const sockets: Socket[] = [];
  const server = createTcpServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
    onConnection(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: () => sockets.length,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

async function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe.each([
  ['through node:http', {}],
  ['through fetch', { fetch: globalThis.fetch }],
] as const)('%s', (_name, transport) => {
  test('a connection reset in the middle of the upload is a network error, after a retry', async () => {
    await using server = await rawServer((socket) => {
      let received = 0;
      socket.on('data', (piece) => {
        received += piece.length;
        if (received > 200_000) socket.resetAndDestroy();
      });
    });
    const client = createClient({ endpoint: server.endpoint, instanceName: 'demo', ...transport, retry: quick });
    const error = await failure(client.compare(large, large));
    expect(isNetworkError(error) && error.retryable).toBe(true);
    expect(server.connections()).toBe(2);
  });

  test('the time-out of an attempt applies while a server does not read the upload', async () => {
    await using server = await rawServer((socket) => socket.pause());
    const client = createClient({
      endpoint: server.endpoint,
      instanceName: 'demo',
      ...transport,
      retry: false,
      attemptTimeoutMs: 200,
    });
    const startedMs = performance.now();
    const error = await failure(client.compare(large, large));
    expect(isTimeOutError(error) && error.scope).toBe('attempt');
    expect(performance.now() - startedMs).toBeLessThan(20_000);
  });

  test('an abort ends an upload that is under way', async () => {
    const controller = new AbortController();
    await using server = await rawServer((socket) => {
      socket.pause();
      setTimeout(() => controller.abort(), 50);
    });
    const client = createClient({ endpoint: server.endpoint, instanceName: 'demo', ...transport });
    const error = await failure(client.compare(large, large, { signal: controller.signal }));
    expect(error).toBe(controller.signal.reason);
  });

  test('an answer cut off by a closed connection is unreadable and retried', async () => {
    const head = 'HTTP/1.1 200 OK\r\nContent-Length: 500\r\nx-acs-request-id: CUT\r\n\r\n{"Score":';
    let answers = 0;
    await using server = await rawServer((socket) => {
      socket.once('data', () => {
        answers += 1;
        socket.end(head);
      });
    });
    const retry = { maxAttempts: 2, baseDelayMs: 1 };
    const client = createClient({ endpoint: server.endpoint, instanceName: 'demo', ...transport, retry });
    expect(await failure(client.compare(new Uint8Array([1]), new Uint8Array([2])))).toMatchObject({
      code: 'AnswerUnreadable',
      reason: 'cut-off',
      httpStatus: 200,
      requestId: 'CUT',
      retryable: true,
    });
    expect(answers).toBe(2);
  });

  test('an answer that arrives before the upload ends is read', async () => {
    const body = JSON.stringify({
      RequestId: 'ID',
      HostId: '',
      Code: 'TimeoutForTransferImage',
      Message: 'Image transfer timed out.',
    });
    await using server = await rawServer((socket) => {
      socket.once('data', () => {
        socket.write(`HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
        socket.resume();
        setTimeout(() => socket.end(), 100);
      });
    });
    const client = createClient({ ...transport, endpoint: server.endpoint, instanceName: 'demo', retry: false });
    expect(await failure(client.compare(large, large))).toMatchObject({
      code: 'TimeoutForTransferImage',
      requestId: 'ID',
    });
  });

  test('an endless answer is not read to its end', async () => {
    await using server = await rawServer((socket) => {
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n');
        const pour = (): void => {
          while (!socket.destroyed && socket.write(Buffer.alloc(65_536, 'a')));
        };
        socket.on('drain', pour);
        pour();
      });
    });
    const client = createClient({ endpoint: server.endpoint, instanceName: 'demo', ...transport, retry: false });
    expect(await failure(client.compare(new Uint8Array([1]), new Uint8Array([2])))).toMatchObject({
      code: 'AnswerUnreadable',
      reason: 'too-long',
    });
  });
});
