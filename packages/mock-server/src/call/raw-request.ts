/** A received request, without types of a runtime. */
export interface RawRequest {
  /** In upper case. */
  readonly method: string;
  /** Absolute address, with scheme and host as the caller addressed them. */
  readonly url: string;
  /** Fields in the order received; names in any case. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Body without transfer coding; empty when there is none. */
  readonly body: Uint8Array;
  /** Whether the body was not read to its end; `body` then has its beginning at most. */
  readonly incomplete?: boolean;
}

/** The first value of a header, trimmed; `undefined` when it is absent. */
export function headerOf(request: RawRequest, name: string): string | undefined {
  return request.headers.find(([candidate]) => candidate.toLowerCase() === name)?.[1].trim();
}
