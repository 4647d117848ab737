import type { Transport, WireRequest } from './transport.ts';

/** The part of `fetch` that is used. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Sends requests through a `fetch`. */
export function fetchTransport(fetch: Fetch): Transport {
  return async ({ url, method, headers, body }, { signal, maxAnswerBytes }) => {
    const init: RequestInit = { method, headers, redirect: 'manual', signal, body: bodyOf(body) };
    const response = await fetch(url, init);
    return { status: response.status, headers: response.headers, text: await readText(response, maxAnswerBytes) };
  };
}

function bodyOf(pieces: WireRequest['body']): Uint8Array<ArrayBuffer> | Blob | null {
  const [only = null, ...others] = pieces ?? [];
  return others.length === 0 ? only : new Blob([...(pieces ?? [])]);
}

async function readText({ body }: Response, maxBytes: number): Promise<string> {
  if (body === null) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    length += value.length;
    if (length >= maxBytes) {
      await reader.cancel();
      return text;
    }
  }
}
