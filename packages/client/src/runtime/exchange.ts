import type { ClientRequest, IncomingMessage } from 'node:http';
import type { TransportBounds, WireAnswer, WireRequest } from './transport.ts';

/** Writes a request's body and reads the answer. Rejects without an answer; an incomplete one is marked. */
export function exchange(
  outgoing: ClientRequest,
  body: WireRequest['body'],
  bounds: TransportBounds,
): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    let isAnswered = false;
    outgoing.on('response', (incoming) => {
      isAnswered = true;
      read(incoming, bounds).then(resolve, reject);
    });
    // A server may answer and close before it has read everything; a failed write does not matter then.
    outgoing.on('error', (error) => {
      if (!isAnswered) reject(error);
    });
    // One write for headers and body; separate writes would be separate packets that each wake the server.
    outgoing.cork();
    for (const piece of body ?? []) outgoing.write(piece);
    outgoing.end();
    outgoing.uncork();
  });
}

/** Adds the length of the body, which would otherwise be sent in chunks. */
export function withLength(headers: WireRequest['headers'], body: WireRequest['body']): WireRequest['headers'] {
  return body === undefined
    ? headers
    : { ...headers, 'content-length': String(body.reduce((sum, { length }) => sum + length, 0)) };
}

async function read(incoming: IncomingMessage, { maxAnswerBytes, signal }: TransportBounds): Promise<WireAnswer> {
  const pieces: Buffer[] = [];
  let length = 0;
  let isCutOff = false;
  try {
    for await (const piece of incoming as AsyncIterable<Buffer>) {
      pieces.push(piece);
      length += piece.length;
      if (length >= maxAnswerBytes) break;
    }
  } catch {
    signal.throwIfAborted();
    isCutOff = true;
  }
  const text = new TextDecoder().decode(Buffer.concat(pieces));
  return { status: incoming.statusCode ?? 0, headers: headersOf(incoming), text, isCutOff };
}

function headersOf({ headersDistinct }: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(headersDistinct))
    for (const value of values ?? []) headers.append(name, value);
  return headers;
}
