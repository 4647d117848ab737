/** A source of pieces: a web stream (which not every browser can iterate over) or an async iterable. */
export type ByteSource = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** Reads a source to its end, or until it is too long; a source left early is cancelled. */
export async function collectBytes(
  source: ByteSource,
  { maxBytes, tooLong }: { maxBytes: number; tooLong: () => Promise<Error> },
): Promise<Uint8Array> {
  if ('locked' in source && source.locked) throw new TypeError(`the stream is being read by something else`);
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of 'getReader' in source ? piecesOf(source) : source) {
    if (!ArrayBuffer.isView(piece)) throw new TypeError('the stream gives something other than bytes');
    length += piece.byteLength;
    if (length > maxBytes) throw await tooLong();
    pieces.push(piece);
  }
  if (length === 0)
    throw new TypeError('the stream gave no bytes; it was probably read before. A stream can be read once');
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.length;
  }
  return bytes;
}

async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  let ended = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      ended = done;
      if (done) return;
      yield value;
    }
  } finally {
    if (!ended) await reader.cancel();
  }
}
