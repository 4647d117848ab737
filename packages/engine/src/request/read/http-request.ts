/** A complete request, without types of Node. */
export interface HttpRequest {
  readonly requestId: string;
  readonly method: string;
  /** Path and query of the request line, not decoded. */
  readonly target: string;
  /** Fields in the order received, repeats included. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
  /** Whether the body was not read to its end, so that its format parameter may be missing. */
  readonly incomplete?: boolean;
  /** Arrival of its last byte, on the monotonic clock. */
  readonly receivedAtMs: number;
  readonly connection: ConnectionFacts;
  /** Aborted when the connection breaks before the answer. A caller that closes only its sending side can still read the answer. */
  readonly signal?: AbortSignal;
}

/** Facts of the connection of a request. */
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
