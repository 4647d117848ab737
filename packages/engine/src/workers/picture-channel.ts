import { readSync, writeSync } from 'node:fs';
import type { Duplex } from 'node:stream';
import { GrowingBytes } from '../growing-bytes.ts';

/**
 * Pictures reach a worker as they are, on a pipe of their own beside the channel of messages: a message would be serialised and read back, two
 * copies more of what is by far the most of a comparison. The messages say how many bytes follow.
 */
export const pictureDescriptor = 4;

/**
 * Writes bytes to a worker; those must not change before it has answered. Whether the worker has gone is heard elsewhere.
 * @param pipe  the engine's end.
 */
export function writeBytes(pipe: Duplex, parts: readonly Uint8Array[]): void {
  // Corked, they leave in one call to the system.
  pipe.cork();
  for (const part of parts) if (part.length > 0) pipe.write(part, () => undefined);
  pipe.uncork();
}

/**
 * Reads bytes in a worker, waiting for them: a worker has nothing else to do meanwhile, and the engine writes them at once.
 * @failure throws when the engine has gone.
 */
export function readBytes(length: number): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow(length);
  for (let at = 0; at < length;) {
    const read = readSync(pictureDescriptor, bytes, at, length - at, null);
    if (read === 0) throw new Error('the engine closed the pipe before the pictures had come');
    at += read;
  }
  return bytes;
}

/** Writes bytes to the engine, in a worker, waiting until it has taken them. */
export function returnBytes(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(pictureDescriptor, bytes, at, bytes.length - at);
}

/** Reads so many bytes that a worker returns, in the engine; nothing is read off the pipe unless it is asked for. */
export type TakeReturned = (length: number) => Promise<Uint8Array>;

/** Listens to a worker's pipe. A promise stays open when the worker is lost: of that the process tells. */
export function takeReturned(pipe: Duplex): TakeReturned {
  let wanted: { readonly bytes: GrowingBytes; readonly length: number; readonly resolve: (bytes: Uint8Array) => void };
  pipe.on('data', (piece: Buffer) => {
    wanted.bytes.add(piece);
    if (wanted.bytes.length < wanted.length) return;
    pipe.pause();
    wanted.resolve(wanted.bytes.bytes);
  });
  pipe.pause();
  return (length) =>
    new Promise((resolve) => {
      wanted = { bytes: new GrowingBytes(length), length, resolve };
      pipe.resume();
    });
}
