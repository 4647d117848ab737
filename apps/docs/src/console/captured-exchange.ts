/** A request as sent. */
export interface CapturedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  /** The form body; empty when there is none. */
  readonly body: Uint8Array;
}

/** The answer as received. */
export interface CapturedAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly text: string;
}

/** A request, its answer if any, and the duration. */
export interface Exchange {
  readonly request: CapturedRequest;
  readonly answer: CapturedAnswer | undefined;
  readonly durationMs: number;
}

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A `fetch` that keeps the last exchange. Uploads before the comparison are overwritten by it. */
export interface CapturingFetch {
  readonly fetch: Fetch;
  readonly last: () => Exchange | undefined;
}

/** Wraps `send` so that the last exchange can be shown. */
export function captureExchanges(send: Fetch): CapturingFetch {
  let last: Exchange | undefined;
  return {
    last: () => last,
    fetch: async (url, init) => {
      const startedMs = performance.now();
      const request = capturedRequest(url, init);
      last = { request, answer: undefined, durationMs: 0 };
      const response = await send(url, init);
      const text = await response.clone().text();
      const durationMs = performance.now() - startedMs;
      last = { request, answer: { status: response.status, headers: [...response.headers], text }, durationMs };
      return response;
    },
  };
}

function capturedRequest(url: string, { method = 'GET', headers, body }: RequestInit): CapturedRequest {
  const bytes = body instanceof Uint8Array ? body : new Uint8Array();
  return { method, url, headers: [...new Headers(headers)], body: bytes };
}
