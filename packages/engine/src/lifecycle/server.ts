import type { IncomingMessage } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { createRequestId, hostId } from '@semblance/wire';
import type { AnswerLog } from './admin/answer-log.ts';
import { monotonicMs } from '../clock.ts';
import type { EngineConfig } from '../config/generated/engine-config.ts';
import type { EngineParts } from './engine-parts.ts';
import type { Failure } from '../compare/failure.ts';
import type { Certificate } from '../request/edge/certificate.ts';
import { Connections } from '../request/edge/connections.ts';
import type { ConnectionLimits } from '../request/edge/connections.ts';
import { createEdge, timeouts } from '../request/edge/edge.ts';
import type { EdgeHandlers, EdgeOptions } from '../request/edge/edge.ts';
import { createFirstByteServer } from '../request/edge/first-byte-server.ts';
import { toHttpRequest } from '../request/edge/node-http.ts';
import type { HttpAnswer } from '../request/edge/node-http.ts';
import { readEarly, readRpcRequest } from '../request/read/rpc-request.ts';
import { headerOf } from '../request/read/http-request.ts';
import type { HttpRequest } from '../request/read/http-request.ts';
import { bindPort } from './bind-port.ts';
import { failureAnswer } from '../request/answer/answer.ts';
import { postAnswer } from '../request/upload/post-answer.ts';

/** The port of an engine. */
export interface Listener {
  /** Binds; resolves to the port. @failure StartError */
  readonly listen: () => Promise<number>;
  readonly closing: () => boolean;
  /** Applies a certificate and the configured limits to new connections. */
  readonly adjust: (certificate: Certificate) => void;
  /**
   * Reports closing at once, accepts connections for another `drainPauseMs`, lets running and arriving requests finish within `drainMs`,
   * then closes the remaining connections.
   */
  readonly stop: () => Promise<void>;
}

/** Input of a listener. */
export interface ListenerInput {
  readonly config: EngineConfig;
  readonly parts: EngineParts;
  readonly log: AnswerLog;
  readonly documentationUrl: () => string | undefined;
  readonly onDrop: ConnectionLimits['onDrop'];
}

/** What a caller is told for whose connection there is no room. */
const noRoom: Failure = {
  reason: 'queue-full',
  retryAfterMs: 1000,
  detail:
    'All connections that this address may have, or that there are, are at work (listen.maxConnectionsPerPeer, listen.maxConnections): use connections again, or raise the limits.',
};

const pollMs = 20;
/** Time for bytes that are already on their way when the port closes. */
const settleMs = 100;

/** Connects edge, service and uploads to one port. */
export function createListener(input: ListenerInput): Listener {
  const { config, parts, onDrop } = input;
  const { listen, limits } = config;
  let closing = false;
  const connections = openConnections(listen, onDrop);
  parts.metrics.watchConnections(() => connections.open);
  const handlers = createHandlers(input);
  const edge = createEdge(handlers, {
    ...listen,
    get maxBodyBytes() {
      return limits.maxBodyBytes;
    },
    get transferMs() {
      return limits.transferMs;
    },
    budget: parts.budget,
    certificate: parts.certificate.current,
    closing: () => closing,
    ...watchConnections(connections),
  });
  const { http, https } = edge;
  const onNoRoom = (): HttpAnswer => handlers.onFailure(noRoom, undefined, createRequestId());
  const server = createFirstByteServer({ http, https, firstByteMs: listen.firstByteMs, connections, onNoRoom });
  const inner = [http, https];
  const drained = async (): Promise<void> => {
    const endAtMs = monotonicMs() + limits.drainMs;
    while (monotonicMs() < endAtMs && edge.exchanges() > 0) await setTimeout(pollMs);
  };
  return {
    listen: () => bindPort(server, { ...listen, section: 'listen', flag: '--port' }),
    closing: () => closing,
    adjust: (certificate) => {
      https.setSecureContext(certificate);
      for (const one of inner) Object.assign(one, timeouts(limits.transferMs));
    },
    stop: async () => {
      closing = true;
      if (limits.drainPauseMs > 0) await setTimeout(limits.drainPauseMs);
      server.close();
      // A connection whose next request is on its way counts as idle until its first byte is read.
      await setTimeout(settleMs);
      for (const one of inner) one.closeIdleConnections();
      await drained();
      for (const one of inner) {
        one.close();
        one.closeAllConnections();
      }
    },
  };
}

/** Marks the connection of a request as busy, and that of too many as such. */
function watchConnections(connections: Connections): Pick<EdgeOptions, 'onExchange' | 'onOverrun'> {
  return {
    onExchange: ({ socket: { remoteAddress, remotePort } }) => {
      connections.busy({ remoteAddress, remotePort });
      return () => connections.rests({ remoteAddress, remotePort });
    },
    onOverrun: (socket) => connections.overrun(socket),
  };
}

function openConnections(
  { maxConnections, maxConnectionsPerPeer }: EngineConfig['listen'],
  onDrop: ListenerInput['onDrop'],
): Connections {
  const perPeer = maxConnectionsPerPeer === 0 ? Math.ceil(maxConnections / 2) : maxConnectionsPerPeer;
  return new Connections({ maxConnections, maxConnectionsPerPeer: perPeer, onDrop });
}

function createHandlers({ parts, log, documentationUrl }: ListenerInput): EdgeHandlers {
  return {
    createRequestId,
    onRequest: async (request) => {
      const { requestId, receivedAtMs } = request;
      const traced = { requestId, traceparent: headerOf(request, 'traceparent') };
      const { answer, failure, facts } = await parts.tracing.serve(
        traced,
        () => parts.service(request),
        (answered) => ({ code: answered.answer.code, status: answered.answer.status, ...answered.facts }),
      );
      log({
        requestId,
        code: answer.code,
        status: answer.status,
        startedAtMs: receivedAtMs,
        failure,
        facts: { ...facts, peer: request.connection.peerAddress },
      });
      return answer;
    },
    onUpload: (message, requestId) =>
      handleUpload(message, requestId, { parts, log, documentationUrl: documentationUrl() }),
    onFailure: (failure, request, requestId) => {
      const answer = earlyAnswer(failure, request, { requestId, documentationUrl: documentationUrl() });
      const startedAtMs = request?.receivedAtMs ?? monotonicMs();
      const facts = { peer: request?.connection.peerAddress };
      log({ requestId, code: answer.code, status: answer.status, startedAtMs, failure, facts });
      return answer;
    },
  };
}

/** Answers a failure of an incomplete request, in the format it requested if that has arrived, otherwise in JSON. */
function earlyAnswer(
  failure: Failure,
  request: HttpRequest | undefined,
  context: { readonly requestId: string; readonly documentationUrl: string | undefined },
): ReturnType<typeof failureAnswer> {
  const http = request ?? { ...nothingReadable, requestId: context.requestId };
  const { answerIn, dialect, hostId: host } = http.incomplete === true ? readEarly(http) : readRpcRequest(http);
  return failureAnswer(failure, { ...context, answerIn, dialect, hostId: host });
}

const nothingReadable: Omit<HttpRequest, 'requestId'> = {
  method: 'POST',
  target: '/',
  headers: [],
  body: new Uint8Array(),
  receivedAtMs: 0,
  connection: { secure: false, localAddress: '', localPort: 0, peerAddress: '' },
  incomplete: true,
};

async function handleUpload(
  message: IncomingMessage,
  requestId: string,
  {
    parts,
    log,
    documentationUrl,
  }: Pick<ListenerInput, 'parts' | 'log'> & { readonly documentationUrl: string | undefined },
): Promise<{ readonly answer: HttpAnswer; readonly complete: boolean }> {
  const startedAtMs = monotonicMs();
  const { 'content-type': contentType, 'user-agent': userAgent } = message.headers;
  const result = await parts.uploads.receive(message, { contentType, userAgent });
  const meantAction = !result.ok && result.failure.meansAction === true;
  const answer = meantAction
    ? earlyAnswer(
        { reason: 'action-missing', detail: result.failure.detail ?? '' },
        { ...toHttpRequest(message, new Uint8Array(), requestId), incomplete: true },
        { requestId, documentationUrl },
      )
    : postAnswer(result, { requestId, hostId: hostId(message.headers.host) });
  const code = result.ok ? 'success' : `upload:${result.failure.code}`;
  const failure = result.ok ? undefined : result.failure;
  const principal = result.ok ? result.value.object.principalId : result.failure.principal;
  const facts = { action: 'PostObject', principal, peer: message.socket.remoteAddress };
  log({
    requestId,
    code,
    status: answer.status,
    startedAtMs,
    failure: failure && { detail: failure.detail, cause: failure.cause },
    facts,
  });
  return { answer, complete: message.complete };
}
