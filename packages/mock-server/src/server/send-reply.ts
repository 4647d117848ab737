import type { ServerResponse } from 'node:http';
import type { MockReply } from '../answer/mock-reply.ts';
import { bodyless } from '../answer/to-fetch-response.ts';
import { pause } from '../answer/pause.ts';

/** Sends a reply over a real connection, delay and faults included. Ends early when the caller goes away. */
export async function sendReply(response: ServerResponse, reply: MockReply): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  await pause(reply.delayMs, gone.signal);
  if (response.destroyed) return;
  const body = Buffer.from(reply.body);
  switch (reply.fault?.kind) {
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'hang':
      await pause(Number.POSITIVE_INFINITY, gone.signal);
      return;
    case 'truncate':
      response.writeHead(reply.status, { ...reply.headers, 'content-length': body.length });
      response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
      return;
    case 'dribble':
      response.writeHead(reply.status, { ...reply.headers, 'content-length': body.length });
      await dribble(response, body, { ...reply.fault, signal: gone.signal });
      return;
    case undefined:
      response.writeHead(reply.status, withLength(reply, body)).end(bodyless.has(reply.status) ? undefined : body);
      return;
    default:
      // A new kind of fault does not compile without its case.
      reply.fault satisfies never;
  }
}

/** Adds the length, except to answers without a body. */
function withLength({ status, headers }: MockReply, body: Buffer): Record<string, string | number> {
  return bodyless.has(status) ? { ...headers } : { ...headers, 'content-length': body.length };
}

interface Dribbling {
  readonly chunkBytes: number;
  readonly pauseMs: number;
  readonly signal: AbortSignal;
}

async function dribble(
  response: ServerResponse,
  body: Buffer,
  { chunkBytes, pauseMs, signal }: Dribbling,
): Promise<void> {
  for (let offset = 0; offset < body.length && !signal.aborted; offset += chunkBytes) {
    if (offset > 0) await pause(pauseMs, signal);
    response.write(body.subarray(offset, offset + chunkBytes));
  }
  response.end();
}
