/**
 * A row of bytes to be found in others in one pass, whatever both are: where a match breaks off, what of it may be the start of
 * another is known (Knuth, Morris, Pratt, SIAM J. Comput. 6, 1977).
 */
export class BytePattern {
  readonly length: number;
  readonly #bytes: Uint8Array;
  /** For each length of a match, the longest shorter start of the pattern that ends it. */
  readonly #borders: Uint32Array;

  /** @param bytes  at least one. */
  constructor(bytes: Uint8Array) {
    this.length = bytes.length;
    this.#bytes = bytes;
    this.#borders = new Uint32Array(bytes.length + 1);
    for (let length = 1; length < bytes.length; length += 1)
      this.#borders[length + 1] = this.#longer(this.#borders[length] ?? 0, bytes[length]);
  }

  /** The first place where it stands and that is accepted; −1 where there is none. */
  indexIn(bytes: Uint8Array, accepts: (at: number) => boolean = () => true): number {
    const [first = 0] = this.#bytes;
    let matched = 0;
    for (let at = bytes.indexOf(first); at !== -1 && at < bytes.length; at += 1) {
      matched = this.#longer(matched, bytes[at]);
      if (matched === this.length) {
        const start = at + 1 - this.length;
        if (accepts(start)) return start;
        matched = this.#borders[matched] ?? 0;
      }
      // Where nothing is begun, the platform looks for the next start.
      if (matched === 0) {
        const next = bytes.indexOf(first, at + 1);
        if (next === -1) return -1;
        at = next - 1;
      }
    }
    return -1;
  }

  /** How much is matched once another byte follows on a match. */
  #longer(match: number, byte: number | undefined): number {
    let matched = match;
    while (matched > 0 && this.#bytes[matched] !== byte) matched = this.#borders[matched] ?? 0;
    return this.#bytes[matched] === byte ? matched + 1 : matched;
  }
}
