import type { HuffmanTable } from './huffman-table.ts';

const marker = 0xff;

/** Reads the bits of one scan. Past the scan's end it returns zeros and sets `isExhausted`. */
export class BitReader {
  /** Whether bits past the scan's end were read. */
  isExhausted = false;
  private buffer = 0;
  private count = 0;
  /** Number of zero bytes added past the end. */
  private padding = 0;
  private readonly bytes: Uint8Array;
  private at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  /** Offset in the file; at a marker after the scan has been read. */
  get position(): number {
    return this.at;
  }

  private fill(): void {
    const byte = this.bytes[this.at];
    const isEnd = byte === undefined || (byte === marker && this.bytes[this.at + 1] !== 0);
    if (!isEnd) this.at += byte === marker ? 2 : 1;
    this.padding += Number(isEnd);
    this.buffer = ((this.buffer << 8) | (isEnd ? 0 : byte)) & 0xff_ff_ff;
    this.count += 8;
  }

  /** The next bit, 0 or 1. */
  bit(): number {
    if (this.count === 0) this.fill();
    this.count -= 1;
    if (this.count < this.padding * 8) this.isExhausted = true;
    return (this.buffer >> this.count) & 1;
  }

  /** The next `length` bits, 0–16, as an unsigned number. */
  bits(length: number): number {
    while (this.count < length) this.fill();
    this.count -= length;
    if (this.count < this.padding * 8) this.isExhausted = true;
    return (this.buffer >> this.count) & ((1 << length) - 1);
  }

  /** `length` bits as the signed number they stand for. @source ITU-T T.81, F.2.2.1, EXTEND. */
  signed(length: number): number {
    if (length === 0) return 0;
    const value = this.bits(length);
    return value < 1 << (length - 1) ? value - (1 << length) + 1 : value;
  }

  /** The next symbol; 0 for a code that the table lacks. */
  symbol({ quick, limits, offsets, symbols }: HuffmanTable): number {
    while (this.count < 8) this.fill();
    const entry = quick[(this.buffer >> (this.count - 8)) & 0xff] as number;
    if (entry !== 0) {
      this.count -= entry >> 8;
      if (this.count < this.padding * 8) this.isExhausted = true;
      return entry & 0xff;
    }
    let code = this.bits(8);
    for (let length = 9; length <= 16; length += 1) {
      code = (code << 1) | this.bit();
      if (code <= (limits[length] as number)) return symbols[code + (offsets[length] as number)] ?? 0;
    }
    return 0;
  }

  private isAtMarker(): boolean {
    return this.bytes[this.at] === marker && this.bytes[this.at + 1] !== 0;
  }

  /** Continues after the next restart marker. @returns whether there is one. */
  restart(): boolean {
    this.buffer = 0;
    this.count = 0;
    this.padding = 0;
    while (this.at < this.bytes.length && !this.isAtMarker()) this.at += 1;
    const isMarker = this.bytes[this.at] === marker && ((this.bytes[this.at + 1] ?? 0) & 0xf8) === 0xd0;
    if (isMarker) this.at += 2;
    return isMarker;
  }
}
