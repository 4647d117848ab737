import type { Readable } from 'node:stream';

/** The sender went away before the end. */
export class BrokenOffError extends Error {
  override readonly name = 'BrokenOffError';
}

/** The deadline passed before the end. */
export class LateError extends Error {
  override readonly name = 'LateError';
}

const signs = ['readable', 'end', 'error', 'close'] as const;

/**
 * A stream's chunks, until a deadline. Whoever stops early leaves the stream as it was: not destroyed, since its connection still gets an
 * answer, and with no listener on it, since one that waits for `readable` keeps the rest from being read off.
 * @throws BrokenOffError, LateError
 */
export async function* chunksOf(stream: Readable, late: AbortSignal): AsyncGenerator<Buffer> {
  let wake = (): void => undefined;
  const look = (): void => wake();
  for (const sign of signs) stream.on(sign, look);
  late.addEventListener('abort', look);
  try {
    for (;;) {
      if (late.aborted) throw new LateError();
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
