import { NetworkError } from '../errors/network-error.ts';
import { errorKind } from '../errors/semblance-error.ts';

/** A request ready to be sent. */
export interface WireRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  /** Pieces of the body in order; several, so that a large file need not be copied. */
  readonly body?: readonly Uint8Array<ArrayBuffer>[] | undefined;
}

/** An answer, read to its end. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The body as text, cut off at a length that no answer of the service has. */
  readonly text: string;
  /** Whether the connection ended before the body did. */
  readonly isCutOff: boolean;
}

/** Limits of one exchange. */
export interface TransportBounds {
  /** Ends the upload as well as the wait for the answer. */
  readonly signal: AbortSignal;
  /** Most bytes read of the answer. */
  readonly maxAnswerBytes: number;
}

/** Sends a request and reads the answer, without following redirects, as the signature covers the host. Rejects with the platform's error. */
export type Transport = (request: WireRequest, bounds: TransportBounds) => Promise<WireAnswer>;

/** Options of `transmit`. */
export interface TransmitOptions {
  readonly action: string;
  readonly transport: Transport;
  readonly signal: AbortSignal;
}

/** One byte more than the reader of envelopes accepts. */
const maxAnswerBytes = 1_048_577;

/**
 * Sends a request through a transport.
 * @throws NetworkError when no complete answer arrives; the signal's reason when it ends first.
 */
export async function transmit(
  request: WireRequest,
  { action, transport, signal }: TransmitOptions,
): Promise<WireAnswer> {
  signal.throwIfAborted();
  try {
    return await transport(request, { signal, maxAnswerBytes });
  } catch (cause) {
    signal.throwIfAborted();
    if (errorKind(cause) !== undefined) throw cause;
    throw new NetworkError(action, new URL(request.url).host, cause);
  }
}
