import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { examples } from '@semblance/spec/examples';
import { answerContentTypes } from '@semblance/spec/protocol';

/** A received request. */
export interface Recorded {
  readonly method: string;
  readonly target: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer<ArrayBuffer>;
  readonly form: URLSearchParams;
}

/** The answer to send. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Answers one request; without a reply the test writes the response itself. */
export type Responder = (
  request: Recorded,
  response: ServerResponse,
  index: number,
) => Reply | undefined | Promise<Reply | undefined>;

/** A server in this process. */
export interface FakeServer extends AsyncDisposable {
  readonly endpoint: string;
  readonly requests: readonly Recorded[];
}

/** Starts a server on a free port of the loopback interface. */
export async function fakeServer(respond: Responder): Promise<FakeServer> {
  const requests: Recorded[] = [];
  const server = createServer(async (incoming, response) => {
    const body = await buffer(incoming).catch(() => undefined);
    if (body === undefined) return;
    const recorded = record(incoming, body);
    const index = requests.push(recorded) - 1;
    const reply = await respond(recorded, response, index);
    if (reply !== undefined) response.writeHead(reply.status ?? 200, reply.headers).end(reply.body ?? '');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function record(incoming: IncomingMessage, body: Buffer<ArrayBuffer>): Recorded {
  const target = incoming.url ?? '';
  const isForm = incoming.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
  return {
    method: incoming.method ?? '',
    target,
    query: new URL(target, 'http://fake').searchParams,
    headers: incoming.headers,
    body,
    form: new URLSearchParams(isForm ? body.toString() : ''),
  };
}

/** The contract's example of an answer. */
export function exampleReply(name: keyof typeof examples, format: 'json' | 'xml' = 'json'): Reply {
  const example = examples[name];
  return format === 'json'
    ? {
        status: example.httpStatus,
        headers: { 'content-type': answerContentTypes.JSON },
        body: JSON.stringify(example.json),
      }
    : { status: example.httpStatus, headers: { 'content-type': answerContentTypes.XML }, body: example.xml };
}
