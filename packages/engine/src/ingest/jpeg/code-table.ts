import type { HuffmanTable } from '../portable/jpeg/huffman-table.ts';

const quickBits = 10;
const limitsAt = 4096;
const offsetsAt = 4176;
const symbolsAt = 4256;
const mostSymbols = 256;
/** The number of bits of a value is the lower half of a symbol. */
const sizeMask = 15;

/** The value that bits stand for. @source ITU-T T.81, F.2.2.1, EXTEND. */
function valueOf(bits: number, size: number): number {
  return bits < 1 << (size - 1) ? bits - (1 << size) + 1 : bits;
}

/** Fills the entries of one code. @param spare  how many of the ten bits come after it */
function fillEntries(entries: Int32Array, symbol: number, { length, spare }: { length: number; spare: number }): void {
  const size = symbol & sizeMask;
  if (size === 0 || size > spare) {
    entries.fill((symbol << 8) | length);
    return;
  }
  const beyond = spare - size;
  for (let bits = 0; bits < 1 << size; bits += 1) {
    const entry = (valueOf(bits, size) << 16) | (symbol << 8) | (length + size);
    entries.fill(entry, bits << beyond, (bits + 1) << beyond);
  }
}

/**
 * Writes a table of codes as the decoder reads it.
 * @param place  in its memory, and whether symbols are lengths of first coefficients, of which the values are not in the table.
 */
export function writeCodeTable(
  { limits, offsets, symbols }: HuffmanTable,
  memory: ArrayBufferLike,
  { at, isFirst }: { readonly at: number; readonly isFirst: boolean },
): void {
  const quick = new Int32Array(memory, at, 1 << quickBits).fill(0);
  let code = 0;
  for (let length = 1; length <= quickBits; length += 1) {
    code <<= 1;
    for (; code <= (limits[length] as number); code += 1) {
      const symbol = symbols[code + (offsets[length] as number)] ?? 0;
      const spare = quickBits - length;
      const entries = quick.subarray(code << spare, (code + 1) << spare);
      if (isFirst) entries.fill((symbol << 8) | length);
      else fillEntries(entries, symbol, { length, spare });
    }
  }
  new Int32Array(memory, at + limitsAt, limits.length).set(limits);
  new Int32Array(memory, at + offsetsAt, offsets.length).set(offsets);
  new Uint8Array(memory, at + symbolsAt, mostSymbols).set(symbols.subarray(0, mostSymbols));
}
