/** Decodes codes of up to eight bits by look-up, longer ones by the largest code of each length. */
export interface HuffmanTable {
  /** For the next eight bits: length × 256 + symbol; 0 where the code is longer. */
  readonly quick: Uint16Array;
  /** Largest code of each length, −1 where there is none. */
  readonly limits: Int32Array;
  /** Offset from a code of each length to the index of its symbol. */
  readonly offsets: Int32Array;
  readonly symbols: Uint8Array;
}

/**
 * Builds a table.
 * @param counts  number of codes of each length, 1 to 16.
 * @source ITU-T T.81, annex C.
 */
export function huffmanTable(counts: Uint8Array, symbols: Uint8Array): HuffmanTable {
  const quick = new Uint16Array(256);
  const limits = new Int32Array(17).fill(-1);
  const offsets = new Int32Array(17);
  let [code, place] = [0, 0];
  for (let length = 1; length <= 16; length += 1) {
    const count = counts[length - 1] ?? 0;
    offsets[length] = place - code;
    const quickCount = length <= 8 ? count : 0;
    for (let index = 0; index < quickCount; index += 1) {
      const from = (code + index) << (8 - length);
      quick.fill((length << 8) | (symbols[place + index] ?? 0), from, from + (1 << (8 - length)));
    }
    code += count;
    place += count;
    if (count > 0) limits[length] = code - 1;
    code <<= 1;
  }
  return { quick, limits, offsets, symbols };
}
