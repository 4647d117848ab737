/** A request as it arrived, free of any runtime's types. */
export interface RawRequest {
  /** In upper case. */
  readonly method: string;
  /** Absolute address, with scheme and host as the caller addressed them. */
  readonly url: string;
  /** Fields in the order received; names in any case. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Body without transfer coding; empty when there is none. */
  readonly body: Uint8Array;
  /** The body was not read to its end: only its beginning is there, if anything. */
  readonly incomplete?: boolean;
}

/** The first value of a header, trimmed; `undefined` when it is absent. */
export function headerOf(request: RawRequest, name: string): string | undefined {
  return request.headers.find(([candidate]) => candidate.toLowerCase() === name)?.[1].trim();
}
