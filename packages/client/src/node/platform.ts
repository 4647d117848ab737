import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Transport, TransportBounds, WireAnswer, WireRequest } from '../runtime/transport.ts';

/**
 * Node: `node:http`, with its global agents. `fetch` does the same with three times the processor time for requests of some
 * megabytes, since the body passes through streams.
 */
export const platformTransport: Transport = async (request, bounds) => {
  // The module's object, not a named import: mocks and instrumentations replace `request` there.
  const { default: http } = await (request.url.startsWith('https:') ? import('node:https') : import('node:http'));
  const { url, method, headers, body } = request;
  return exchange(
    http.request(url, { method, headers: withLength(headers, body), signal: bounds.signal }),
    request,
    bounds,
  );
};

function withLength(headers: WireRequest['headers'], body: WireRequest['body']): WireRequest['headers'] {
  return body === undefined
    ? headers
    : { ...headers, 'content-length': String(body.reduce((sum, { length }) => sum + length, 0)) };
}

function exchange(outgoing: ClientRequest, { body }: WireRequest, bounds: TransportBounds): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    let isAnswered = false;
    outgoing.on('response', (incoming) => {
      isAnswered = true;
      read(incoming, bounds).then(resolve, reject);
    });
    // A server may answer before it has read everything, and close: what then fails to be written does not matter.
    outgoing.on('error', (error) => {
      if (!isAnswered) reject(error);
    });
    // One write for headers and body: pieces of their own would each be a packet that the server wakes up for.
    outgoing.cork();
    for (const piece of body ?? []) outgoing.write(piece);
    outgoing.end();
    outgoing.uncork();
  });
}

async function read(incoming: IncomingMessage, { maxAnswerBytes }: TransportBounds): Promise<WireAnswer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of incoming as AsyncIterable<Buffer>) {
    pieces.push(piece);
    length += piece.length;
    if (length >= maxAnswerBytes) break;
  }
  const { statusCode = 0, headersDistinct } = incoming;
  const headers = { get: (name: string): string | null => headersDistinct[name]?.join(', ') ?? null };
  return { status: statusCode, headers, text: new TextDecoder().decode(Buffer.concat(pieces)) };
}

/**
 * Lower-case hex. WebCrypto copies the body and hands it to another thread, which takes twice the processor time; hashing 8 MB at once
 * takes some milliseconds.
 */
export const bodySha256: ((bytes: Uint8Array) => Promise<string>) | undefined = async (bytes) => {
  const { createHash } = await import('node:crypto');
  return createHash('sha256').update(bytes).digest('hex');
};
