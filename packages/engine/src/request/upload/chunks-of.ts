import type { Readable } from 'node:stream';
import { finePiecesDetail, isInFinePieces } from '../edge/fine-pieces.ts';

/** The sender disconnected before the end. */
export class BrokenOffError extends Error {
  override readonly name = 'BrokenOffError';
}

/** The body came in too many pieces of a few bytes. */
export class FinePiecesError extends Error {
  override readonly name = 'FinePiecesError';
}

/** The deadline passed before the end. */
export class LateError extends Error {
  override readonly name = 'LateError';
}

const signs = ['readable', 'end', 'error', 'close'] as const;

/**
 * A stream's chunks, until a deadline. Leaving the loop early does not destroy the stream, whose connection still gets an answer, and
 * removes all listeners, as one for `readable` would prevent draining.
 * @throws BrokenOffError, LateError, FinePiecesError
 */
export async function* chunksOf(stream: Readable, late: AbortSignal): AsyncGenerator<Buffer> {
  let wake = (): void => undefined;
  const look = (): void => wake();
  for (const sign of signs) stream.on(sign, look);
  late.addEventListener('abort', look);
  try {
    for (;;) {
      if (late.aborted) throw new LateError();
      if (isInFinePieces(stream)) throw new FinePiecesError(finePiecesDetail);
      const chunk = stream.read() as Buffer | null;
      if (chunk !== null) yield chunk;
      else if (stream.readableEnded) return;
      else if (stream.destroyed) throw new BrokenOffError();
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    for (const sign of signs) stream.off(sign, look);
    late.removeEventListener('abort', look);
  }
}
