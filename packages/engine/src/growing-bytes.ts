/** Buffers below this come from a pool that others use as well. */
const ownMemoryBytes = 16_384;

/**
 * Gives a buffer's memory back at once, where it is its own: bytes outside of the heap that wait for the next collection are counted until
 * then, and bodies of megabytes make one collection after the other. The buffer is empty afterwards.
 */
function releaseBytes({ buffer, byteLength }: Uint8Array): void {
  if (byteLength >= ownMemoryBytes && buffer instanceof ArrayBuffer && buffer.byteLength === byteLength)
    buffer.transfer(0);
}

/** Room that is taken at once for a body, whatever it declares: callers may declare much and send nothing. */
const firstBytes = 65_536;

/** Bytes that arrive piece by piece, in one buffer that grows with them: never more than twice what has arrived, or the first room. */
export class GrowingBytes {
  #room: Buffer;
  #length = 0;
  readonly #expectedBytes: number;

  /** @param expectedBytes  how many are announced; more may come. */
  constructor(expectedBytes = 0) {
    this.#expectedBytes = expectedBytes;
    this.#room = Buffer.allocUnsafeSlow(Math.min(expectedBytes, firstBytes));
  }

  get length(): number {
    return this.#length;
  }

  /** What has arrived so far: a view, empty after `release`. */
  get bytes(): Uint8Array {
    return this.#room.subarray(0, this.#length);
  }

  /** Takes a piece; its memory is given back. */
  add(piece: Uint8Array): void {
    const needed = this.#length + piece.length;
    if (needed > this.#room.length) this.#growTo(needed);
    this.#room.set(piece, this.#length);
    this.#length = needed;
    releaseBytes(piece);
  }

  /** Gives the memory back: views of it are empty from then on. */
  release(): void {
    releaseBytes(this.#room);
  }

  /** To what is announced, as far as that is not more than twice of what there is. */
  #growTo(needed: number): void {
    const double = 2 * needed;
    const room = Buffer.allocUnsafeSlow(this.#expectedBytes >= needed ? Math.min(this.#expectedBytes, double) : double);
    room.set(this.bytes);
    releaseBytes(this.#room);
    this.#room = room;
  }
}
