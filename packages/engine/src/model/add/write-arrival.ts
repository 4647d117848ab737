import { closeSync, openSync, writeSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { systemErrorText } from '@semblance/wire/system-error';
import type { Result } from '../../result.ts';
import type { RequestFailure } from './request-file.ts';

export interface ArrivalOptions {
  readonly file: string;
  /** Offset of the first byte; 0 replaces the file. */
  readonly start: number;
  readonly signal: AbortSignal;
  /** Why a chunk must not be kept; `undefined` if it may. */
  readonly refuse: (chunk: Buffer, at: number) => string | undefined;
  readonly progress: (receivedBytes: number) => void;
}

const failure = (transient: boolean, message: string): Result<never, RequestFailure> => ({
  ok: false,
  failure: { transient, message },
});

function unwritable(file: string, error: unknown): Result<never, RequestFailure> {
  return failure(false, `${file} cannot be written: ${systemErrorText(error)}`);
}

function openPart(file: string, start: number): Result<number, RequestFailure> {
  try {
    return { ok: true, value: openSync(file, start === 0 ? 'w' : 'r+') };
  } catch (error) {
    return unwritable(file, error);
  }
}

/**
 * Writes each chunk at once, so that after a broken connection everything received is on disk and the next attempt continues after it. (A
 * piped stream would discard its buffer.)
 * @returns the offset after the last byte.
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
