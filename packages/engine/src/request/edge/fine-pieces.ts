import type { Readable } from 'node:stream';

/** A body of more pieces than this may not come in finer ones on average; lines of Base64 have 64 bytes and more. */
export const mostFinePieces = 4096;
export const leastPieceBytes = 32;

/** What a caller is told whose body came in finer ones. */
export const finePiecesDetail: string = `The request body comes in pieces of less than ${leastPieceBytes} bytes; send larger ones.`;

const fine = new WeakSet<Readable>();

/**
 * Counts the pieces in which a body arrives. Each costs a microsecond or two and some hundred bytes of garbage, whatever it holds: one byte a
 * chunk (RFC 9112, section 7.1) makes ten thousand of what is read at once. The pieces that come after too many are passed over, and whoever
 * reads the body hears of it by an `error`, and by `isInFinePieces`.
 * @param onFine  called once.
 */
export function watchPieces(body: Readable, onFine: () => void): void {
  let [pieces, bytes] = [0, 0];
  const push = body.push.bind(body);
  body.on('error', () => undefined);
  body.push = (piece: Uint8Array | null, encoding?: BufferEncoding): boolean => {
    if (piece === null) return push(piece, encoding);
    if (fine.has(body)) return true;
    pieces += 1;
    bytes += piece.length;
    if (pieces <= mostFinePieces || bytes >= pieces * leastPieceBytes) return push(piece, encoding);
    fine.add(body);
    onFine();
    body.emit('error', new Error(finePiecesDetail));
    return true;
  };
}

/** Whether a body that is watched came in too many fine pieces: then it is not whole. */
export function isInFinePieces(body: Readable): boolean {
  return fine.has(body);
}
