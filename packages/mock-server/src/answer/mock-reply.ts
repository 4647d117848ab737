/** A fault in sending an answer. */
export type TransportFault =
  /** The connection is reset without an answer. */
  | { readonly kind: 'reset' }
  /** Status, headers and half of the body arrive, then the connection breaks. */
  | { readonly kind: 'truncate' }
  /** The body arrives in small pieces with pauses between them. */
  | { readonly kind: 'dribble'; readonly chunkBytes: number; readonly pauseMs: number }
  /** No answer is ever sent; the caller's own deadline has to end the wait. */
  | { readonly kind: 'hang' };

/** An answer ready to be sent, free of any runtime's types. */
export interface MockReply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Wait before the first byte. */
  readonly delayMs: number;
  readonly fault: TransportFault | undefined;
}
