import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { holdReading } from './hold-reading.ts';
import { createTurns } from './turns.ts';
import type { Turns } from './turns.ts';

/** Requests of one connection that may be unanswered at once; hardly any client sends a second before the first is answered. */
export const mostUnanswered = 16;

/** Begins with a request; what it returns is called once, when the answer is written or the connection is gone. */
type Begin = () => () => void;

/** Lets the requests of connections in. */
export interface Pipelines {
  /** Begins with a request, now or in a later turn of the loop; or never, where its connection has too many, or is gone by then. */
  readonly admit: (message: IncomingMessage, response: ServerResponse, begin: Begin) => void;
  /** Reads a connection no further, for what came on it: it ends with the answer to the last request that was let in. */
  readonly overrun: (socket: Socket) => void;
  /** Whether a connection ends with this answer. */
  readonly endsWith: (response: ServerResponse) => boolean;
}

/** Whose requests they are, and who hears of too many. */
export interface PipelineOptions {
  /** Names the peer of a connection. */
  readonly peerOf: (socket: Socket) => string;
  /** Hears of a connection with too many requests, once. */
  readonly onOverrun: (socket: Socket) => void;
}

/**
 * Keeps requests that come many at once (pipelining, RFC 9112, section 9.3.2) from keeping others waiting: one of a peer's begins in each turn
 * of the loop, over however many connections they come, and a connection on which more come than may be unanswered is read no further. It ends
 * with the answer to the last that was let in; that the others were not served it tells by its end, as the standard has it.
 */
export function createPipelines({ peerOf, onOverrun }: PipelineOptions): Pipelines {
  const pipelines = new WeakMap<Socket, Pipeline>();
  const lastOnes = new WeakSet<ServerResponse>();
  const turns = createTurns();
  const overrun = (socket: Socket, pipeline: Pipeline): void => {
    const last = pipeline.overrun();
    if (last !== undefined) lastOnes.add(last);
    onOverrun(socket);
  };
  return {
    admit: ({ socket }, response, begin) => {
      const pipeline = pipelines.get(socket) ?? new Pipeline(socket, { turns, peer: peerOf(socket) });
      pipelines.set(socket, pipeline);
      if (pipeline.takes(response, begin) || pipeline.isOverrun) return;
      overrun(socket, pipeline);
    },
    overrun: (socket) => {
      const pipeline = pipelines.get(socket);
      if (pipeline !== undefined && !pipeline.isOverrun) overrun(socket, pipeline);
    },
    endsWith: (response) => lastOnes.has(response),
  };
}

/** The requests of one connection. */
class Pipeline {
  readonly #socket: Socket;
  readonly #line: { readonly turns: Turns; readonly peer: string };
  /** Those that have not been answered. Of a connection that is gone, Node tells no answer that waited for others before it. */
  readonly #unanswered = new Set<Entry>();
  #last: ServerResponse | undefined;
  #isOverrun = false;

  constructor(socket: Socket, line: { readonly turns: Turns; readonly peer: string }) {
    this.#socket = socket;
    this.#line = line;
    socket.once('close', () => {
      for (const entry of this.#unanswered) this.#settle(entry);
    });
  }

  get isOverrun(): boolean {
    return this.#isOverrun;
  }

  /** Begins with a request soon, if there is room for it. */
  takes(response: ServerResponse, begin: Begin): boolean {
    if (this.#isOverrun || this.#unanswered.size >= mostUnanswered) return false;
    const entry: Entry = { end: undefined };
    this.#unanswered.add(entry);
    this.#last = response;
    response.once('close', () => this.#settle(entry));
    this.#line.turns.take(this.#line.peer, () => {
      if (this.#unanswered.has(entry)) entry.end = begin();
    });
    return true;
  }

  /** Reads no further, and ends with the answer that is returned. */
  overrun(): ServerResponse | undefined {
    this.#isOverrun = true;
    holdReading(this.#socket);
    closeWithoutTraces(this.#socket);
    this.#last?.once('close', () => this.#socket.destroySoon());
    return this.#last;
  }

  #settle(entry: Entry): void {
    if (this.#unanswered.delete(entry)) entry.end?.();
  }
}

interface Entry {
  end: (() => void) | undefined;
}

/**
 * Node makes an error for each of the thousands of requests that a connection ends without an answer to; finding where they were made would
 * take three quarters of the time.
 */
function closeWithoutTraces(socket: Socket): void {
  socket.prependOnceListener('close', () => {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    socket.once('close', () => {
      Error.stackTraceLimit = limit;
    });
  });
}
