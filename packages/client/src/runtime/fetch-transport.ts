import type { Transport, TransportBounds, WireAnswer, WireRequest } from './transport.ts';

/** The signature of `fetch` used here. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Sends requests through a `fetch`. */
export function fetchTransport(fetch: Fetch): Transport {
  return async ({ url, method, headers, body }, { signal, maxAnswerBytes }) => {
    const init: RequestInit = { method, headers, redirect: 'manual', signal, body: bodyOf(body) };
    const response = await fetch(url, init);
    const { status } = response;
    return { status, headers: response.headers, ...(await readText(response, { signal, maxAnswerBytes })) };
  };
}

function bodyOf(pieces: WireRequest['body']): Uint8Array<ArrayBuffer> | Blob | null {
  const [only = null, ...others] = pieces ?? [];
  return others.length === 0 ? only : new Blob([...(pieces ?? [])]);
}

async function readText(
  { body }: Response,
  { signal, maxAnswerBytes }: TransportBounds,
): Promise<Pick<WireAnswer, 'text' | 'isCutOff'>> {
  if (body === null) return { text: '', isCutOff: false };
  let text = '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  try {
    for (let length = 0; length < maxAnswerBytes;) {
      const { done, value } = await reader.read();
      text += decoder.decode(value, { stream: !done });
      if (done) return { text, isCutOff: false };
      length += value.length;
    }
    await reader.cancel();
    return { text, isCutOff: false };
  } catch {
    signal.throwIfAborted();
    return { text, isCutOff: true };
  }
}
