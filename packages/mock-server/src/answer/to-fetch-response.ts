import type { MockReply } from './mock-reply.ts';
import { pause } from './pause.ts';

/** Statuses of answers without a body. */
export const bodyless: ReadonlySet<number> = new Set([204, 205, 304]);
const utf8 = new TextEncoder();
const breakAfterMs = 20;

/**
 * Turns a reply into a fetch `Response`, delay and faults included. A reset becomes `Response.error()`, on which `fetch` rejects like for a
 * broken connection.
 * @param signal  ends waiting when the caller gives up.
 */
export async function toFetchResponse(reply: MockReply, signal?: AbortSignal): Promise<Response> {
  await pause(reply.delayMs, signal);
  const { status, headers, fault } = reply;
  switch (fault?.kind) {
    case 'reset':
      return Response.error();
    case 'hang':
      await pause(Number.POSITIVE_INFINITY, signal);
      return Response.error();
    case 'truncate': {
      const bytes = utf8.encode(reply.body);
      // The declared length lets a reader notice that the stream ended early.
      const promised = { ...headers, 'content-length': String(bytes.length) };
      return new Response(brokenStream(bytes), { status, headers: promised });
    }
    case 'dribble':
      return new Response(slowStream(utf8.encode(reply.body), fault), { status, headers });
    case undefined:
      return new Response(bodyless.has(status) ? null : reply.body, { status, headers });
  }
}

function brokenStream(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let sent = false;
  return new ReadableStream({
    async pull(controller) {
      if (sent) {
        // Without a pause, buffering readers would fail before they pass the first half on.
        await pause(breakAfterMs);
        controller.error(new TypeError('The connection broke in the middle of the answer.'));
        return;
      }
      controller.enqueue(bytes.slice(0, Math.floor(bytes.length / 2)));
      sent = true;
    },
  });
}

function slowStream(
  bytes: Uint8Array<ArrayBuffer>,
  { chunkBytes, pauseMs }: { readonly chunkBytes: number; readonly pauseMs: number },
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let offset = 0;
  return new ReadableStream({
    async pull(controller) {
      if (offset > 0) await pause(pauseMs);
      controller.enqueue(bytes.slice(offset, offset + chunkBytes));
      offset += chunkBytes;
      if (offset >= bytes.length) controller.close();
    },
  });
}
