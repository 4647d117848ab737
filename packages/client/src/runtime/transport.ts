import { NetworkError } from '../errors/network-error.ts';

/** A request ready to be sent. */
export interface WireRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer> | undefined;
}

/** An answer, read to its end. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The body as text; cut after one mebibyte, which no answer of the service reaches. */
  readonly text: string;
}

/** The part of `fetch` that is used. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** How a request is sent. */
export interface TransmitOptions {
  readonly action: string;
  readonly fetch: Fetch;
  /** Ends the upload as well as the wait for the answer. */
  readonly signal: AbortSignal;
}

const MAX_ANSWER_BYTES = 1_048_577;

/**
 * Sends a request and reads the answer. Redirects are not followed: the signature covers the host.
 * @throws NetworkError when no complete answer arrives; the signal's reason when it ends first.
 */
export async function transmit(request: WireRequest, { action, fetch, signal }: TransmitOptions): Promise<WireAnswer> {
  const { url, method, headers, body } = request;
  signal.throwIfAborted();
  try {
    const init: RequestInit = { method, headers, redirect: 'manual', signal };
    const response = await fetch(url, body === undefined ? init : { ...init, body });
    return { status: response.status, headers: response.headers, text: await readText(response) };
  } catch (cause) {
    signal.throwIfAborted();
    throw new NetworkError(action, new URL(url).host, cause);
  }
}

async function readText(response: Response): Promise<string> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    length += value.length;
    if (length >= MAX_ANSWER_BYTES) {
      await reader.cancel();
      return text;
    }
  }
}
