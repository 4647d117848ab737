/** The six parts of a V3 canonical request, each already in its canonical form. */
export interface CanonicalRequestParts {
  /** HTTP method, upper case. */
  readonly method: string;
  /** `/` for every RPC operation. */
  readonly path: string;
  /** See `canonicalQuery`. */
  readonly query: string;
  /** See `canonicalHeaders`; ends in a line feed, so that an empty line follows in the result. */
  readonly headers: string;
  /** Names joined by `;`, as in the `Authorization` header. */
  readonly signedHeaders: string;
  /** SHA-256 of the body bytes, 64 lower-case hex digits. */
  readonly payloadHash: string;
}

/** Joins the six parts by one line feed each. */
export function canonicalRequest(parts: CanonicalRequestParts): string {
  return [parts.method, parts.path, parts.query, parts.headers, parts.signedHeaders, parts.payloadHash].join('\n');
}
