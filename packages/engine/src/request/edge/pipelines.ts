import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Requests of one connection that may be unanswered at once; hardly any client sends a second before the first is answered. */
export const mostUnanswered = 16;

/** Begins with a request; what it returns is called once, when the answer is written or the connection is gone. */
type Begin = () => () => void;

/** Lets the requests of connections in. */
export interface Pipelines {
  /** Begins with a request, now or in a later turn of the loop; or never, where its connection has too many, or is gone by then. */
  readonly admit: (message: IncomingMessage, response: ServerResponse, begin: Begin) => void;
  /** Whether a connection ends with this answer. */
  readonly endsWith: (response: ServerResponse) => boolean;
}

/**
 * Keeps requests that come many at once on one connection (pipelining, RFC 9112, section 9.3.2) from keeping others waiting: one of them
 * begins in each turn of the loop, and a connection on which more come than may be unanswered is read no further. It ends with the answer to
 * the last that was let in; that the others were not served it tells by its end, as the standard has it.
 * @param onOverrun  hears of such a connection, once
 */
export function createPipelines(onOverrun: (socket: Socket) => void): Pipelines {
  const pipelines = new WeakMap<Socket, Pipeline>();
  const lastOnes = new WeakSet<ServerResponse>();
  return {
    admit: ({ socket }, response, begin) => {
      const pipeline = pipelines.get(socket) ?? new Pipeline(socket);
      pipelines.set(socket, pipeline);
      if (pipeline.takes(response, begin) || pipeline.isOverrun) return;
      const last = pipeline.overrun();
      if (last !== undefined) lastOnes.add(last);
      onOverrun(socket);
    },
    endsWith: (response) => lastOnes.has(response),
  };
}

/** The requests of one connection. */
class Pipeline {
  readonly #socket: Socket;
  /** Those that have not been answered. Of a connection that is gone, Node tells no answer that waited for others before it. */
  readonly #unanswered = new Set<Entry>();
  readonly #waiting: Entry[] = [];
  #last: ServerResponse | undefined;
  #isOverrun = false;

  constructor(socket: Socket) {
    this.#socket = socket;
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
    const entry: Entry = { begin, end: undefined };
    this.#unanswered.add(entry);
    this.#last = response;
    response.once('close', () => this.#settle(entry));
    if (this.#unanswered.size === 1) entry.end = begin();
    else if (this.#waiting.push(entry) === 1) setImmediate(this.#beginNext);
    return true;
  }

  /** Reads no further, and ends with the answer that is returned. */
  overrun(): ServerResponse | undefined {
    this.#isOverrun = true;
    // Every request that is parsed makes Node read on, also the rest of those in this piece of the stream.
    process.nextTick(() => this.#socket.pause());
    this.#last?.once('close', () => this.#socket.destroySoon());
    return this.#last;
  }

  readonly #beginNext = (): void => {
    const entry = this.#waiting.shift();
    if (entry !== undefined && this.#unanswered.has(entry)) entry.end = entry.begin();
    if (this.#waiting.length > 0) setImmediate(this.#beginNext);
  };

  #settle(entry: Entry): void {
    if (this.#unanswered.delete(entry)) entry.end?.();
  }
}

interface Entry {
  readonly begin: Begin;
  end: (() => void) | undefined;
}
