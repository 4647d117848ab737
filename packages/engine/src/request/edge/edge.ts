import { createServer as createHttpServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server as HttpServer, ServerOptions, ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Server as HttpsServer } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { isMultipart } from '@semblance/wire/form';
import { hostComplaint } from '@semblance/wire/host-header';
import type { Failure } from '../../compare/failure.ts';
import type { ByteBudget } from './byte-budget.ts';
import { peerName } from './connections.ts';
import { watchPieces } from './fine-pieces.ts';
import { declaredBytes, toHttpRequest, writeAnswer, writeEarlyAnswer } from './node-http.ts';
import type { HttpAnswer } from './node-http.ts';
import { createPipelines } from './pipelines.ts';
import type { Pipelines } from './pipelines.ts';
import { writeRawAnswer } from './raw-answer.ts';
import { readBody, tooLarge } from './read-body.ts';
import type { HttpRequest } from '../read/http-request.ts';

/** Handlers of requests. */
export interface EdgeHandlers {
  /** Answers a complete request; throws only for bugs. */
  readonly onRequest: (request: HttpRequest) => Promise<HttpAnswer>;
  /** Receives an upload as a stream. `complete` says whether the whole form was read. */
  readonly onUpload: (
    message: IncomingMessage,
    requestId: string,
  ) => Promise<{ readonly answer: HttpAnswer; readonly complete: boolean }>;
  /** Answers a request that failed before it was complete, or could not be parsed at all (`request` is then absent). */
  readonly onFailure: (failure: Failure, request: HttpRequest | undefined, requestId: string) => HttpAnswer;
  readonly createRequestId: () => string;
}

/** Limits of the edge. */
export interface EdgeOptions {
  readonly maxBodyBytes: number;
  readonly transferMs: number;
  readonly budget: ByteBudget;
  readonly maxHeaderBytes: number;
  readonly keepAliveMs: number;
  readonly certificate: { readonly cert: string; readonly key: string };
  /** Called when a request begins; the returned function is called when its answer is written or its connection is closed. */
  readonly onExchange: (message: IncomingMessage) => () => void;
  /** Called when more requests come on a connection than it may have unanswered; it is read no further. */
  readonly onOverrun: (socket: Socket) => void;
  /** Whether the engine is draining; connections are then closed after their answer. */
  readonly closing: () => boolean;
}

/** Interval of checks for slow headers. */
const checkIntervalMs = 500;

/** The servers of both protocols, and their load. */
export interface ProtocolServers {
  readonly http: HttpServer;
  readonly https: HttpsServer;
  /** Number of requests between arrival of the headers and end of the answer. */
  readonly exchanges: () => number;
}

/** Node's time limits for the headers and for the whole request. */
export function timeouts(transferMs: number): { readonly headersTimeout: number; readonly requestTimeout: number } {
  return { headersTimeout: transferMs, requestTimeout: 3 * transferMs };
}

/** Makes the two protocol servers over one request handler; neither listens itself. */
export function createEdge(handlers: EdgeHandlers, options: EdgeOptions): ProtocolServers {
  const settings: ServerOptions = {
    maxHeaderSize: options.maxHeaderBytes,
    keepAliveTimeout: options.keepAliveMs,
    ...timeouts(options.transferMs),
    connectionsCheckingInterval: checkIntervalMs,
    requireHostHeader: false,
    noDelay: true,
  };
  const http = createHttpServer(settings);
  const https = createHttpsServer({ ...settings, ...options.certificate, handshakeTimeout: options.transferMs });
  let exchanges = 0;
  const pipelines = createPipelines({ peerOf: peerName, onOverrun: options.onOverrun });
  const edge: Edge = { handlers, options, pipelines };
  const begin = (message: IncomingMessage, response: ServerResponse): (() => void) => {
    exchanges += 1;
    const done = options.onExchange(message);
    void handle(message, response, edge);
    return () => {
      exchanges -= 1;
      done();
    };
  };
  const serve: RequestListener = (message, response) => {
    watchPieces(message, () => pipelines.overrun(message.socket));
    pipelines.admit(message, response, () => begin(message, response));
  };
  for (const server of [http, https]) {
    // A caller may close its sending side and still wait for the answer (Node's option has no type).
    Object.assign(server, { httpAllowHalfOpen: true });
    attach(server, serve, edge);
  }
  https.on('tlsClientError', (_error, socket) => socket.destroy());
  return { http, https, exchanges: () => exchanges };
}

function attach(server: HttpServer | HttpsServer, serve: RequestListener, edge: Edge): void {
  const { handlers } = edge;
  server.on('request', serve);
  // By default Node answers an unknown Expect header itself, with an empty body that clients cannot parse.
  server.on('checkExpectation', serve);
  server.on('checkContinue', (message: IncomingMessage, response: ServerResponse) => {
    if (isTooLarge(message, edge.options)) return refuseUnread(message, response, edge);
    response.writeContinue();
    serve(message, response);
  });
  server.on('connect', (_message: IncomingMessage, socket: Duplex) =>
    refuseRaw(socket, { reason: 'method-unsupported' }, handlers),
  );
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET') socket.destroy();
    else refuseRaw(socket, parseFailure(error.code), handlers);
  });
}

/** Whether a caller that sent `Expect: 100-continue` declares a body over the limit. Uploads are limited where they are received. */
function isTooLarge(message: IncomingMessage, { maxBodyBytes }: EdgeOptions): boolean {
  return !isUpload(message) && (declaredBytes(message) ?? 0) > maxBodyBytes;
}

/** Answers at once instead of `100 Continue`, so that the body is never sent. */
function refuseUnread(message: IncomingMessage, response: ServerResponse, { handlers, options }: Edge): void {
  const requestId = handlers.createRequestId();
  const partial = { ...toHttpRequest(message, new Uint8Array(), requestId), incomplete: true };
  writeAnswer(response, handlers.onFailure(tooLarge(options.maxBodyBytes).failure, partial, requestId), true);
}

function refuseRaw(socket: Duplex, failure: Failure, handlers: EdgeHandlers): void {
  writeRawAnswer(socket, () => handlers.onFailure(failure, undefined, handlers.createRequestId()));
}

function parseFailure(code: string | undefined): Failure {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return { reason: 'request-malformed', detail: 'The request line and headers are too large.' };
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return { reason: 'transfer-timed-out', detail: 'The request was not complete in time.' };
    default:
      return { reason: 'request-malformed', detail: 'The bytes received are no HTTP/1.1 request.' };
  }
}

interface Edge {
  readonly handlers: EdgeHandlers;
  readonly options: EdgeOptions;
  readonly pipelines: Pipelines;
}

async function handle(message: IncomingMessage, response: ServerResponse, edge: Edge): Promise<void> {
  const requestId = edge.handlers.createRequestId();
  message.on('error', () => undefined);
  response.on('error', () => undefined);
  const detail = hostComplaint(message);
  if (detail !== undefined) refuseEarly(message, response, { ...edge, requestId, detail });
  else if (isPreflight(message)) writeAnswer(response, preflightAnswer(requestId), isLast(response, edge));
  else if (isUpload(message)) await handleUpload(message, response, { ...edge, requestId });
  else await handleCall(message, response, { ...edge, requestId });
}

/** Whether the connection ends with an answer. */
function isLast(response: ServerResponse, { options, pipelines }: Edge): boolean {
  return options.closing() || pipelines.endsWith(response);
}

type Exchange = Edge & { readonly requestId: string };

/** Answers a request that other servers may read otherwise, and ends its connection. */
function refuseEarly(
  message: IncomingMessage,
  response: ServerResponse,
  { handlers, requestId, detail }: Exchange & { readonly detail: string },
): void {
  const partial = { ...toHttpRequest(message, new Uint8Array(), requestId), incomplete: true };
  writeEarlyAnswer(message, response, handlers.onFailure({ reason: 'request-malformed', detail }, partial, requestId));
}

async function handleUpload(
  message: IncomingMessage,
  response: ServerResponse,
  { requestId, ...edge }: Exchange,
): Promise<void> {
  const { answer, complete } = await edge.handlers.onUpload(message, requestId);
  if (complete) writeAnswer(response, answer, isLast(response, edge));
  else writeEarlyAnswer(message, response, answer);
}

async function handleCall(
  message: IncomingMessage,
  response: ServerResponse,
  { requestId, ...edge }: Exchange,
): Promise<void> {
  const { handlers, options } = edge;
  const { maxBodyBytes: maxBytes, transferMs: timeoutMs, budget } = options;
  const body = await readBody(message, declaredBytes(message), { maxBytes, timeoutMs, budget });
  if (!body.ok) {
    const partial = { ...toHttpRequest(message, body.partial, requestId), incomplete: true };
    writeEarlyAnswer(message, response, handlers.onFailure(body.failure, partial, requestId));
    return;
  }
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  const request = { ...toHttpRequest(message, body.value.bytes, requestId), signal: gone.signal };
  try {
    writeAnswer(response, await handlers.onRequest(request), isLast(response, edge));
  } catch (cause) {
    writeAnswer(response, handlers.onFailure({ reason: 'unforeseen', cause }, request, requestId), true);
  } finally {
    body.value.release();
  }
}

/** Whether a request is an upload form. One that names an action in the address or a header is a call of that action. */
function isUpload({ method, url, headers }: IncomingMessage): boolean {
  const namesAction = /[?&]Action=/.test(url ?? '') || headers['x-acs-action'] !== undefined;
  return method === 'POST' && isMultipart(headers['content-type']) && !namesAction;
}

/** Whether a request is a browser's preflight request; pages of other origins may call an engine like the cloud. */
function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === 'OPTIONS' && headers.origin !== undefined && headers['access-control-request-method'] !== undefined;
}

function preflightAnswer(requestId: string): HttpAnswer {
  const headers = {
    'x-acs-request-id': requestId,
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': '*, authorization',
    'access-control-max-age': '600',
  };
  return { status: 204, headers, body: '' };
}
