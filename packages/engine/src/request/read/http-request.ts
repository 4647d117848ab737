/** A request as the edge hands it on: complete, and free of anything of Node's. */
export interface HttpRequest {
  readonly requestId: string;
  readonly method: string;
  /** Path and query of the request line, not decoded. */
  readonly target: string;
  /** Fields in the order received, repeats included. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
  /** The body was not read to its end: what it says of the answer's format is unknown. */
  readonly incomplete?: boolean;
  /** When its last byte arrived, on the monotonic clock. */
  readonly receivedAtMs: number;
  readonly connection: ConnectionFacts;
  /** Aborted when the connection breaks before the answer. Closing the sending side alone is no break: the answer can still be read. */
  readonly signal?: AbortSignal;
}

/** What is known of the connection a request came by. */
export interface ConnectionFacts {
  /** True for TLS. */
  readonly secure: boolean;
  readonly localAddress: string;
  readonly localPort: number;
  /** Address the connection came from. */
  readonly peerAddress: string;
}

/** First value of a header, trimmed; names in lower case. */
export function headerOf(request: Pick<HttpRequest, 'headers'>, name: string): string | undefined {
  return request.headers.find(([field]) => field.toLowerCase() === name)?.[1].trim();
}
