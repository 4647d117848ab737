import type { HuffmanTable } from '../portable/jpeg/huffman-table.ts';

const quickBits = 10;
const limitsAt = 2048;
const offsetsAt = 2128;
const symbolsAt = 2208;
const mostSymbols = 256;

/** Writes a table of codes as the decoder reads it. */
export function writeCodeTable({ limits, offsets, symbols }: HuffmanTable, memory: ArrayBufferLike, at: number): void {
  const quick = new Uint16Array(memory, at, 1 << quickBits).fill(0);
  let code = 0;
  for (let length = 1; length <= quickBits; length += 1) {
    code <<= 1;
    for (; code <= (limits[length] as number); code += 1) {
      const symbol = symbols[code + (offsets[length] as number)] ?? 0;
      const from = code << (quickBits - length);
      quick.fill((length << 8) | symbol, from, from + (1 << (quickBits - length)));
    }
  }
  new Int32Array(memory, at + limitsAt, limits.length).set(limits);
  new Int32Array(memory, at + offsetsAt, offsets.length).set(offsets);
  new Uint8Array(memory, at + symbolsAt, mostSymbols).set(symbols.subarray(0, mostSymbols));
}
