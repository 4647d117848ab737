const alignment = 4;
const largestInteger = 0xff_ff_ff_ff;

function padding(length: number): number {
  return -length & (alignment - 1);
}

/**
 * Puts numbers and arrays one after another, in little-endian order, each at a multiple of four bytes. What has another length than it
 * should spoils the whole. On a machine of the other order nothing that was written can be read.
 */
export class ByteWriter {
  readonly #parts: Uint8Array[] = [];
  #isWhole = true;

  integer(value: number, most: number = largestInteger): void {
    if (!Number.isInteger(value) || value < 0 || value > most) this.#isWhole = false;
    this.#add(Uint32Array.of(value));
  }

  double(value: number): void {
    if (!Number.isFinite(value)) this.#isWhole = false;
    this.#add(Float64Array.of(value));
  }

  bytes(values: Uint8Array, length: number): void {
    if (values.length !== length) this.#isWhole = false;
    this.#add(values);
    this.#parts.push(new Uint8Array(padding(values.length)));
  }

  floats(values: Float32Array, length: number): void {
    if (values.length !== length || !areFinite(values)) this.#isWhole = false;
    this.#add(values);
  }

  words(values: Uint32Array, length: number): void {
    if (values.length !== length) this.#isWhole = false;
    this.#add(values);
  }

  /** Tells that what is written cannot be. */
  refuse(): void {
    this.#isWhole = false;
  }

  /** All of it; `undefined` where something was not as it should be. */
  finish(): Uint8Array | undefined {
    return this.#isWhole ? Buffer.concat(this.#parts) : undefined;
  }

  #add({ buffer, byteOffset, byteLength }: ArrayBufferView): void {
    this.#parts.push(new Uint8Array(buffer, byteOffset, byteLength));
  }
}

/**
 * Takes out what a `ByteWriter` put in, as views of one copy. Once something does not fit it gives zeros and empty arrays, and is whole no
 * more: who reads looks once, at the end.
 */
export class ByteReader {
  readonly #buffer: ArrayBuffer;
  readonly #view: DataView;
  #at = 0;
  #isWhole = true;

  constructor(bytes: Uint8Array) {
    this.#buffer = Uint8Array.from(bytes).buffer;
    this.#view = new DataView(this.#buffer);
  }

  /** Whether everything has fitted so far. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** Whether everything fitted, and nothing is left. */
  get isAtEnd(): boolean {
    return this.#isWhole && this.#at === this.#buffer.byteLength;
  }

  /** Tells that what was read cannot be. */
  refuse(): void {
    this.#isWhole = false;
  }

  integer(most: number = largestInteger): number {
    const at = this.#take(Uint32Array.BYTES_PER_ELEMENT);
    const value = at === undefined ? 0 : this.#view.getUint32(at, true);
    if (value <= most) return value;
    this.refuse();
    return 0;
  }

  double(): number {
    const at = this.#take(Float64Array.BYTES_PER_ELEMENT);
    const value = at === undefined ? 0 : this.#view.getFloat64(at, true);
    if (Number.isFinite(value)) return value;
    this.refuse();
    return 0;
  }

  bytes(length: number): Uint8Array {
    const at = this.#take(length + padding(length));
    if (at === undefined) return new Uint8Array();
    const values = new Uint8Array(this.#buffer, at, length + padding(length));
    if (values.subarray(length).some((value) => value !== 0)) this.refuse();
    return values.subarray(0, length);
  }

  floats(length: number): Float32Array {
    const at = this.#take(length * Float32Array.BYTES_PER_ELEMENT);
    if (at === undefined) return new Float32Array();
    const values = new Float32Array(this.#buffer, at, length);
    if (!areFinite(values)) this.refuse();
    return values;
  }

  words(length: number): Uint32Array {
    const at = this.#take(length * Uint32Array.BYTES_PER_ELEMENT);
    return at === undefined ? new Uint32Array() : new Uint32Array(this.#buffer, at, length);
  }

  /** Where the next bytes begin; `undefined` where there are not as many. */
  #take(byteLength: number): number | undefined {
    const at = this.#at;
    if (!this.#isWhole || byteLength > this.#buffer.byteLength - at) {
      this.refuse();
      return undefined;
    }
    this.#at += byteLength;
    return at;
  }
}

function areFinite(values: Float32Array): boolean {
  for (const value of values) if (!Number.isFinite(value)) return false;
  return true;
}
