/** How Node's sockets report that the other side reset the connection. */
const reset = { code: 'ECONNRESET', errno: -104, syscall: 'read', message: 'read ECONNRESET' } as const;

/**
 * What makes MSW break a connection in Node so that callers find the code they look for: `error.code` of clients built on `node:http`,
 * `error.cause.code` of `fetch`. A bare `Response.error()` has none for either.
 */
export function connectionReset(request: Request): Response {
  return request.headers.has('sec-fetch-mode') ? Object.assign(Response.error(), reset) : brokenBeforeTheFirstByte();
}

/** MSW sends the head with the first piece of the body. None comes, so the client sees the connection close without an answer. */
function brokenBeforeTheFirstByte(): Response {
  return new Response(
    new ReadableStream({
      pull: (controller) => controller.error(Object.assign(new Error(reset.message), reset)),
    }),
  );
}
