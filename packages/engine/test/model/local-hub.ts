import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the hub saw it. */
export interface SeenRequest {
  readonly path: string;
  readonly range: string | undefined;
  readonly authorization: string | undefined;
}

/** A server on this machine that plays a model hub, well or badly. */
export interface LocalHub {
  readonly url: string;
  readonly seen: readonly SeenRequest[];
  readonly close: () => Promise<void>;
}

/** A request and where its answer goes. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

export type Play = (exchange: Exchange, number: number) => void;

/** Starts a hub on a free port; `play` answers, and is told how many requests came before. */
export async function openHub(play: Play): Promise<LocalHub> {
  const seen: SeenRequest[] = [];
  const server: Server = createServer((request, response) => {
    const { range, authorization } = request.headers;
    seen.push({ path: request.url ?? '', range, authorization });
    response.on('error', () => undefined);
    play({ request, response }, seen.length - 1);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** How a file is served. */
export interface Serving {
  readonly etag?: string;
  readonly type?: string;
  /** The connection breaks after so many bytes of an answer. */
  readonly breakAfter?: number;
  /** Ranges are not understood: all is sent each time. */
  readonly ignoresRange?: boolean;
  /** Stated in place of the true length. */
  readonly length?: number;
}

/** Serves a file as hubs do: ranges, entity tags, lengths. */
export function serve({ request, response }: Exchange, file: Buffer, how: Serving = {}): void {
  const { etag = '"v1"', type = 'application/octet-stream', breakAfter, ignoresRange = false, length } = how;
  const asked = /^bytes=(?<from>\d+)-$/.exec(request.headers.range ?? '')?.groups?.['from'];
  const fits = request.headers['if-range'] === undefined || request.headers['if-range'] === etag;
  const from = asked === undefined || ignoresRange || !fits ? 0 : Number(asked);
  const body = file.subarray(from);
  response.writeHead(from === 0 ? 200 : 206, {
    'content-type': type,
    etag,
    'content-length': length ?? body.length,
    ...(from === 0 ? {} : { 'content-range': `bytes ${from}-${file.length - 1}/${file.length}` }),
  });
  if (breakAfter === undefined && length === undefined) return void response.end(body);
  // Ended, not destroyed: what was written arrives, and then the connection is over before the answer is.
  response.write(body.subarray(0, breakAfter ?? body.length), () => request.socket.end());
}
