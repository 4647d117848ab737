/** Joins pieces; a string stands for its Latin-1 bytes. */
export function join(...pieces: readonly (Uint8Array | string | readonly number[])[]): Uint8Array {
  return new Uint8Array(
    Buffer.concat(
      pieces.map((piece) =>
        typeof piece === 'string' ? Buffer.from(piece, 'latin1') : Buffer.from(Uint8Array.from(piece)),
      ),
    ),
  );
}

export function u16le(value: number): Uint8Array {
  return Uint8Array.of(value & 255, (value >> 8) & 255);
}

export function u32le(value: number): Uint8Array {
  return join(u16le(value & 0xff_ff), u16le(Math.floor(value / 65_536)));
}

export function u16be(value: number): Uint8Array {
  return u16le(value).reverse();
}

export function u32be(value: number): Uint8Array {
  return u32le(value).reverse();
}

/** Many 16-bit samples, high byte first. */
export function bigEndian16(samples: readonly number[]): Uint8Array {
  return Uint8Array.from(
    { length: samples.length * 2 },
    (_, at) => ((samples[at >> 1] ?? 0) >> (at % 2 === 0 ? 8 : 0)) & 255,
  );
}
