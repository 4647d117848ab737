const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let bits = index;
  for (let bit = 0; bit < 8; bit += 1) bits = bits & 1 ? 0xedb88320 ^ (bits >>> 1) : bits >>> 1;
  return bits >>> 0;
});

/** CRC-32 as PNG uses it (PNG specification, annex D). */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** Adler-32 as zlib uses it (RFC 1950). */
export function adler32(bytes: Uint8Array): number {
  let low = 1;
  let high = 0;
  for (const byte of bytes) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return ((high << 16) | low) >>> 0;
}

/** One PNG chunk. @param type  four letters. */
export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(12 + data.length);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(new TextEncoder().encode(type), 4);
  chunk.set(data, 8);
  view.setUint32(8 + data.length, crc32(chunk.subarray(4, 8 + data.length)));
  return chunk;
}

/** A zlib stream of stored blocks: no compression, no dependency, the same bytes everywhere. */
export function zlibStored(data: Uint8Array): Uint8Array {
  const maxBlock = 65_535;
  const pieces: Uint8Array[] = [Uint8Array.of(0x78, 0x01)];
  for (let start = 0; start === 0 || start < data.length; start += maxBlock) {
    const block = data.subarray(start, start + maxBlock);
    const last = start + maxBlock >= data.length ? 1 : 0;
    const { length } = block;
    pieces.push(Uint8Array.of(last, length & 0xff, length >>> 8, ~length & 0xff, (~length >>> 8) & 0xff), block);
  }
  const checksum = new Uint8Array(4);
  new DataView(checksum.buffer).setUint32(0, adler32(data));
  return concatenate([...pieces, checksum]);
}

/** Puts byte arrays one after the other. */
export function concatenate(pieces: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((total, { length }) => total + length, 0));
  let offset = 0;
  for (const piece of pieces) {
    joined.set(piece, offset);
    offset += piece.length;
  }
  return joined;
}
