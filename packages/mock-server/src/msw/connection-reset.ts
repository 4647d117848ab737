/** Error that Node's sockets report for a connection reset by the peer. */
const reset = { code: 'ECONNRESET', errno: -104, syscall: 'read', message: 'read ECONNRESET' } as const;

/**
 * Makes MSW break a connection in Node with the code that callers expect: `error.code` in clients built on `node:http`, `error.cause.code`
 * in `fetch`. A plain `Response.error()` has neither.
 */
export function connectionReset(request: Request): Response {
  return request.headers.has('sec-fetch-mode') ? Object.assign(Response.error(), reset) : brokenBeforeTheFirstByte();
}

/** MSW sends the head with the first piece of the body. There is none, so the client sees the connection close without an answer. */
function brokenBeforeTheFirstByte(): Response {
  return new Response(
    new ReadableStream({
      pull: (controller) => controller.error(Object.assign(new Error(reset.message), reset)),
    }),
  );
}
