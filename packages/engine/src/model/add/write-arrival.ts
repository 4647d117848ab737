import { closeSync, openSync, writeSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import type { Result } from '../../result.ts';
import type { RequestFailure } from './request-file.ts';

export interface ArrivalOptions {
  readonly file: string;
  /** Where the first byte goes; 0 begins the file anew. */
  readonly start: number;
  readonly signal: AbortSignal;
  /** Says why a chunk must not be kept; `undefined` when it may be. */
  readonly refuse: (chunk: Buffer, at: number) => string | undefined;
  readonly progress: (receivedBytes: number) => void;
}

const failure = (transient: boolean, message: string): Result<never, RequestFailure> => ({
  ok: false,
  failure: { transient, message },
});

function unwritable(file: string, error: unknown): Result<never, RequestFailure> {
  return failure(false, `${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
}

function openPart(file: string, start: number): Result<number, RequestFailure> {
  try {
    return { ok: true, value: openSync(file, start === 0 ? 'w' : 'r+') };
  } catch (error) {
    return unwritable(file, error);
  }
}

/**
 * Writes what arrives, each chunk as it comes: when a connection breaks off, everything that had come is on disk, and the
 * next attempt goes on behind it. (A stream that is read at leisure throws away what it still holds.)
 * @returns the place behind the last byte.
 */
export function writeArrival(
  response: IncomingMessage,
  { file, start, signal, refuse, progress }: ArrivalOptions,
): Promise<Result<number, RequestFailure>> {
  if (response.destroyed) return Promise.resolve(failure(true, 'the connection broke off'));
  const opened = openPart(file, start);
  if (!opened.ok) {
    response.destroy();
    return Promise.resolve(opened);
  }
  const handle = opened.value;
  let at = start;
  const arrived = new Promise<Result<number, RequestFailure>>((resolve) => {
    response.on('data', (chunk: Buffer) => {
      const problem = refuse(chunk, at);
      if (problem !== undefined || signal.aborted) {
        resolve(problem === undefined ? failure(true, 'it takes too long') : failure(false, problem));
        response.destroy();
        return;
      }
      try {
        writeSync(handle, chunk, 0, chunk.length, at);
      } catch (error) {
        resolve(unwritable(file, error));
        response.destroy();
        return;
      }
      at += chunk.length;
      progress(at);
    });
    response.on('end', () => resolve({ ok: true, value: at }));
    response.on('error', (error) => resolve(failure(true, `the connection broke off (${error.message})`)));
    response.on('close', () => resolve({ ok: true, value: at }));
  });
  return arrived.finally(() => {
    response.destroy();
    closeSync(handle);
  });
}
